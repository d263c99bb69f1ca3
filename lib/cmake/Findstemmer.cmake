# Finds stemmer, which has no CMake package of its own in Debian, and defines the target stemmer::stemmer.
find_path(stemmer_INCLUDE_DIR NAMES libstemmer.h)
find_library(stemmer_LIBRARY NAMES stemmer)
mark_as_advanced(stemmer_INCLUDE_DIR stemmer_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  stemmer
  REQUIRED_VARS stemmer_LIBRARY stemmer_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Debian package: libstemmer-dev")

if(stemmer_FOUND AND NOT TARGET stemmer::stemmer)
  add_library(stemmer::stemmer UNKNOWN IMPORTED)
  set_target_properties(stemmer::stemmer PROPERTIES IMPORTED_LOCATION "${stemmer_LIBRARY}"
                                            INTERFACE_INCLUDE_DIRECTORIES "${stemmer_INCLUDE_DIR}")
endif()
