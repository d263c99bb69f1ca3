# Finds libzip. The CMake package that Debian ships asks for libzip's tools, too, which nobody needs here.
# Defines the target zip::zip.
find_path(zip_INCLUDE_DIR NAMES zip.h)
find_library(zip_LIBRARY NAMES zip)
mark_as_advanced(zip_INCLUDE_DIR zip_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  zip
  REQUIRED_VARS zip_LIBRARY zip_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Debian package: libzip-dev")

if(zip_FOUND AND NOT TARGET zip::zip)
  add_library(zip::zip UNKNOWN IMPORTED)
  set_target_properties(zip::zip PROPERTIES IMPORTED_LOCATION "${zip_LIBRARY}"
                                            INTERFACE_INCLUDE_DIRECTORIES "${zip_INCLUDE_DIR}")
endif()
