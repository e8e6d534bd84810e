# cmake -DONE=program -DOTHER=program -P: both print something, and the same.
foreach(which ONE OTHER)
  execute_process(COMMAND "${${which}}" OUTPUT_VARIABLE ${which}_output COMMAND_ERROR_IS_FATAL ANY)
endforeach()
if(ONE_output STREQUAL "" OR NOT ONE_output STREQUAL OTHER_output)
  message(FATAL_ERROR "${ONE} and ${OTHER} differ")
endif()
