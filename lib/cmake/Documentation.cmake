# The target `documentation` writes the reference and the guides as pages, where Doxygen is.
find_package(Doxygen QUIET)
if(DOXYGEN_FOUND AND PROJECT_IS_TOP_LEVEL)
  set(documentation "${PROJECT_BINARY_DIR}/documentation")
  configure_file("${PROJECT_SOURCE_DIR}/lib/cmake/Doxyfile.in" "${documentation}/Doxyfile" @ONLY)
  add_custom_target(
    documentation
    COMMAND Doxygen::doxygen "${documentation}/Doxyfile"
    COMMENT "Writing ${documentation}/html/index.html"
    VERBATIM)
  if(DUIZHAO_BUILD_TESTS AND NOT DUIZHAO_SANITIZE)
    add_test(NAME "documentation has no warnings" COMMAND Doxygen::doxygen "${documentation}/Doxyfile")
  endif()
endif()
