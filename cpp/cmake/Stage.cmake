# pullquote_stage(name DEPENDS stage... LINKS target... SOURCES file...)
#
# A stage of the pipeline: the static library pullquote_<name>, whose headers lie under <name>/include/<name>/. Only the
# stages named in DEPENDS are on its include path, so including a later stage does not compile (tests/cpp/layering proves it).
function(pullquote_stage name)
  cmake_parse_arguments(arg "" "" "DEPENDS;LINKS;SOURCES" ${ARGN})
  set(target pullquote_${name})
  list(TRANSFORM arg_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/src/${name}/")
  add_library(${target} STATIC ${arg_SOURCES})
  target_include_directories(${target} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/src/${name}/include")
  list(TRANSFORM arg_DEPENDS PREPEND pullquote_)
  target_link_libraries(${target} PUBLIC pullquote_api ${arg_DEPENDS} PRIVATE pullquote_developer ${arg_LINKS})
  if(PULLQUOTE_COUNT_OPERATIONS)
    target_compile_options(${target} PRIVATE -fsanitize-coverage=trace-pc)
    target_link_libraries(${target} PUBLIC pullquote_operations)
  endif()
  set_property(GLOBAL APPEND PROPERTY PULLQUOTE_STAGES ${name})
endfunction()
