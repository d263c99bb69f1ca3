# What every target of this project is compiled with. The library's consumers inherit none of it.

set(DUIZHAO_SANITIZE "" CACHE STRING "Comma-separated sanitisers, such as address,undefined")

# Executables find the shipped data relative to themselves, in the build tree as after installation:
# <prefix>/bin beside <prefix>/share/duizhao.
if(PROJECT_IS_TOP_LEVEL)
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
  set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
endif()

# The same source gives the same numbers everywhere: no contraction of a*b+c into one rounding.
function(duizhao_project_options target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow
                                           -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
  # GCC 12 warns wrongly about designated initialisers and about "a" + string (GCC bug 105651).
  target_compile_options(${target} PRIVATE -Wno-missing-field-initializers
                                           $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  if(DUIZHAO_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(DUIZHAO_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${DUIZHAO_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all
                                             "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-array-bounds>")
    target_link_options(${target} PUBLIC -fsanitize=${DUIZHAO_SANITIZE})
  endif()
endfunction()
