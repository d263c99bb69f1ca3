# Installs the build tree into a scratch folder, moves it, builds the consumer against it and runs both
# the consumer and the installed tool with an empty environment.
#
# usage: cmake -DBUILD=… -DSOURCE=… -DSCRATCH=… -DCXX_FLAGS=… -DTOOL=ON|OFF -P install_test.cmake
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

file(REMOVE_RECURSE "${SCRATCH}")
file(MAKE_DIRECTORY "${SCRATCH}")
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${SCRATCH}/first")
file(RENAME "${SCRATCH}/first" "${SCRATCH}/moved here")
set(prefix "${SCRATCH}/moved here")

# The texts of the interviews are not installed, and the lexicon's licence is.
file(GLOB_RECURSE installed RELATIVE "${prefix}" "${prefix}/*")
foreach(file IN LISTS installed)
  if(file MATCHES "interview|passages|quotations")
    message(FATAL_ERROR "installed: ${file}")
  endif()
endforeach()
if(NOT EXISTS "${prefix}/share/duizhao/lexicon/LICENSE")
  message(FATAL_ERROR "the lexicon's licence is not installed")
endif()

set(interviews "${SOURCE}/data/interviews")
run("${CMAKE_COMMAND}" -S "${SOURCE}/tests/install/consumer" -B "${SCRATCH}/consumer"
    "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_CXX_FLAGS=${CXX_FLAGS}" -DCMAKE_BUILD_TYPE=Release)
run("${CMAKE_COMMAND}" --build "${SCRATCH}/consumer")
run(env -i "${SCRATCH}/consumer/consumer" "${interviews}/passages.zh.txt"
    "${interviews}/passages.en.txt")
expect("In fact, top talent in China is undervalued. | ")
expect("其实,顶尖人才在中国是被低估的。 | ")
expect("duizhao 0.")

if(TOOL)
  run(env -i "${prefix}/bin/duizhao" lexicon lookup 贡献者)
  expect("contributor")
  run(env -i "${prefix}/bin/duizhao" align "${interviews}/passages.zh.txt"
      "${interviews}/passages.en.txt")
  expect("27 beads")
endif()
file(REMOVE_RECURSE "${SCRATCH}")
