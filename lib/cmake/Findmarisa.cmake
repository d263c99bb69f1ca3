# Finds marisa, which has no CMake package of its own in Debian, and defines the target marisa::marisa.
find_path(marisa_INCLUDE_DIR NAMES marisa.h)
find_library(marisa_LIBRARY NAMES marisa)
mark_as_advanced(marisa_INCLUDE_DIR marisa_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  marisa
  REQUIRED_VARS marisa_LIBRARY marisa_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Debian package: libmarisa-dev")

if(marisa_FOUND AND NOT TARGET marisa::marisa)
  add_library(marisa::marisa UNKNOWN IMPORTED)
  set_target_properties(marisa::marisa PROPERTIES IMPORTED_LOCATION "${marisa_LIBRARY}"
                                            INTERFACE_INCLUDE_DIRECTORIES "${marisa_INCLUDE_DIR}")
endif()
