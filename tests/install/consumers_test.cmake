# Uses duizhao as its consumers do, with an empty environment at run time.
#
# usage: cmake -DSOURCE=… -DSCRATCH=… -DWAY=package|subdirectory -DSHARED=ON|OFF [-DBUILD=…]
#              [-DFLAGS=…] -P consumers_test.cmake
#
# package: installs BUILD, or a build of its own, moves the installed tree, and uses it through
# find_package, through pkg-config and through the installed tool. subdirectory: adds the sources to a
# project.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output
                  ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed (${result}): ${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect text)
  string(FIND "${output}" "${text}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "expected \"${text}\" in:\n${output}")
  endif()
endfunction()

set(passages "${SOURCE}/data/interviews/passages.zh.txt" "${SOURCE}/data/interviews/passages.en.txt")

function(run_consumer program)
  run(env -i ${ARGN} "${program}" ${passages})
  expect("其实,顶尖人才在中国是被低估的。 | In fact, top talent in China is undervalued. | ")
  expect("duizhao 0.")
  cmake_path(GET program PARENT_PATH folder)
  if(EXISTS "${folder}/compare")
    run(env -i ${ARGN} "${folder}/compare")
    expect("number 0.")
  endif()
endfunction()

set(consumer "${SOURCE}/tests/install/consumer")
file(MAKE_DIRECTORY "${SCRATCH}")

if(WAY STREQUAL subdirectory)
  run("${CMAKE_COMMAND}" -S "${consumer}" -B "${SCRATCH}/build" -G Ninja "-DDUIZHAO_SOURCE=${SOURCE}"
      -DBUILD_SHARED_LIBS=${SHARED} -DCMAKE_BUILD_TYPE=Debug)
  run("${CMAKE_COMMAND}" --build "${SCRATCH}/build")
  run_consumer("${SCRATCH}/build/consumer")
  return()
endif()

if(NOT BUILD)
  set(BUILD "${SCRATCH}/build")
  run("${CMAKE_COMMAND}" -S "${SOURCE}" -B "${BUILD}" -G Ninja -DBUILD_SHARED_LIBS=${SHARED}
      -DDUIZHAO_BUILD_TESTS=OFF -DDUIZHAO_BUILD_EXAMPLES=OFF -DCMAKE_BUILD_TYPE=Debug)
  run("${CMAKE_COMMAND}" --build "${BUILD}")
endif()
set(prefix "${SCRATCH}/moved here")
file(REMOVE_RECURSE "${SCRATCH}/first" "${prefix}" "${SCRATCH}/consumer")
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${SCRATCH}/first")
file(RENAME "${SCRATCH}/first" "${prefix}")

# The texts of the interviews are not installed; the lexicon's licence is.
file(GLOB_RECURSE installed RELATIVE "${prefix}" "${prefix}/*")
foreach(file IN LISTS installed)
  if(file MATCHES "interview|passages|quotations")
    message(FATAL_ERROR "installed: ${file}")
  endif()
endforeach()
foreach(file README.md examples/guides/getting-started.md examples/tour.cpp)
  if(NOT EXISTS "${prefix}/share/doc/duizhao/${file}")
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
if(NOT EXISTS "${prefix}/share/duizhao/lexicon/LICENSE")
  message(FATAL_ERROR "the lexicon's licence is not installed")
endif()

run("${CMAKE_COMMAND}" -S "${consumer}" -B "${SCRATCH}/consumer" "-DCMAKE_PREFIX_PATH=${prefix}"
    "-DCMAKE_CXX_FLAGS=${FLAGS}" -DCMAKE_BUILD_TYPE=Release)
run("${CMAKE_COMMAND}" --build "${SCRATCH}/consumer")
run_consumer("${SCRATCH}/consumer/consumer")

# pkg-config hands out words that a shell splits: a prefix without spaces.
file(GLOB library_directory "${prefix}/lib*" LIST_DIRECTORIES true)
file(GLOB_RECURSE pc_file "${prefix}/duizhao.pc")
get_filename_component(pc_directory "${pc_file}" DIRECTORY)
get_filename_component(library_directory "${pc_directory}" DIRECTORY)
file(REMOVE "${SCRATCH}/plain")
file(CREATE_LINK "${prefix}" "${SCRATCH}/plain" SYMBOLIC)
string(REPLACE "${prefix}" "${SCRATCH}/plain" pc_directory "${pc_directory}")
string(REPLACE "${prefix}" "${SCRATCH}/plain" library_directory "${library_directory}")
run(sh -c
    "c++ ${FLAGS} '${consumer}/main.cpp' -o '${SCRATCH}/by-pkg-config' $(PKG_CONFIG_PATH='${pc_directory}' pkg-config --cflags --libs duizhao)"
)
run_consumer("${SCRATCH}/by-pkg-config" "LD_LIBRARY_PATH=${library_directory}")

if(SHARED)
  # Nothing but the marked names of duizhao shows.
  file(GLOB library "${library_directory}/libduizhao.so")
  run(sh -c "nm -D --defined-only --demangle '${library}' | grep -c '^[0-9a-f]* . duizhao::\\(text\\|document\\|segment\\|align\\)::' || true")
  if(NOT output MATCHES "^0")
    message(FATAL_ERROR "${output} private names are visible")
  endif()
endif()

run(env -i "${prefix}/bin/duizhao" lexicon lookup 贡献者)
expect("contributor")
run(env -i "${prefix}/bin/duizhao" align ${passages})
expect("27 beads")
run(env -i LANG=zh_CN.UTF-8 "${prefix}/bin/duizhao" align ${passages})
expect("27 个句珠")
