# Installation: headers, library, lexicon with its licence, messages, CMake package, pkg-config file, and the
# tool with its manual and completions. Everything
# finds its neighbours relative to itself, so that the installed tree can be moved.
include(CMakePackageConfigHelpers)

set(package_directory "${CMAKE_INSTALL_LIBDIR}/cmake/duizhao")
set(data_directory "${CMAKE_INSTALL_DATADIR}/duizhao")

install(
  TARGETS duizhao
  EXPORT duizhaoTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/duizhao" "${PROJECT_BINARY_DIR}/lib/include/duizhao"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(
  EXPORT duizhaoTargets
  NAMESPACE duizhao::
  DESTINATION "${package_directory}")

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/lib/cmake/duizhaoConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/duizhaoConfig.cmake"
  INSTALL_DESTINATION "${package_directory}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/duizhaoConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(
  FILES "${PROJECT_BINARY_DIR}/duizhaoConfig.cmake"
        "${PROJECT_BINARY_DIR}/duizhaoConfigVersion.cmake"
        "${PROJECT_SOURCE_DIR}/lib/cmake/Findcsv.cmake"
        "${PROJECT_SOURCE_DIR}/lib/cmake/Findzip.cmake"
        "${PROJECT_SOURCE_DIR}/lib/cmake/Findgumbo.cmake"
        "${PROJECT_SOURCE_DIR}/lib/cmake/Findmarisa.cmake"
        "${PROJECT_SOURCE_DIR}/lib/cmake/Findstemmer.cmake"
        "${PROJECT_SOURCE_DIR}/lib/cmake/Findutf8proc.cmake"
  DESTINATION "${package_directory}")

file(RELATIVE_PATH prefix_from_pkgconfig "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
# What a shared library links by itself, the consumers of a static one must link.
if(BUILD_SHARED_LIBS)
  set(pc_requires Requires.private)
  set(pc_cflags "")
  set(pc_libs "-lduizhao\nLibs.private:")
else()
  set(pc_requires Requires)
  set(pc_libs "-lduizhao")
  set(pc_cflags " -DDUIZHAO_STATIC_DEFINE")
endif()
configure_file("${PROJECT_SOURCE_DIR}/lib/cmake/duizhao.pc.in" "${PROJECT_BINARY_DIR}/duizhao.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/duizhao.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(FILES "${PROJECT_SOURCE_DIR}/data/lexicon/zh-en.lexicon"
              "${PROJECT_SOURCE_DIR}/data/lexicon/LICENSE" DESTINATION "${data_directory}/lexicon")
if(TARGET duizhao-messages)
  install(DIRECTORY "${PROJECT_BINARY_DIR}/share/duizhao/locale" DESTINATION "${data_directory}")
endif()

# What a reader of the installed tree needs: README, guides, programs to copy, and how the library is built.
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/README.md"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(
  DIRECTORY "${PROJECT_SOURCE_DIR}/lib/"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}/lib"
  FILES_MATCHING
  PATTERN "*.md")
install(FILES "${PROJECT_SOURCE_DIR}/data/README.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}/data")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/examples/guides" DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples")
install(
  DIRECTORY "${PROJECT_SOURCE_DIR}/examples/"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples"
  FILES_MATCHING
  PATTERN "*.cpp"
  PATTERN "duizhao" EXCLUDE
  PATTERN "guides" EXCLUDE)
if(TARGET duizhao-tool)
  file(RELATIVE_PATH lib_from_bin "/${CMAKE_INSTALL_BINDIR}" "/${CMAKE_INSTALL_LIBDIR}")
  set_target_properties(duizhao-tool PROPERTIES INSTALL_RPATH "$ORIGIN/${lib_from_bin}")
  install(TARGETS duizhao-tool RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
  install(DIRECTORY "${PROJECT_BINARY_DIR}/examples/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}")
  set(completion "${PROJECT_BINARY_DIR}/examples/completion")
  install(
    FILES "${completion}.bash"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
    RENAME duizhao)
  install(
    FILES "${completion}.zsh"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions"
    RENAME _duizhao)
  install(
    FILES "${completion}.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
    RENAME duizhao.fish)
endif()
