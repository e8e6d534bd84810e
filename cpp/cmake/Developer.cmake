# Flags for our own code only: an interface target that every target of ours links privately.
add_library(pullquote_developer INTERFACE)
if(MSVC)
  target_compile_options(pullquote_developer INTERFACE /W4 /utf-8 $<$<BOOL:${PULLQUOTE_WERROR}>:/WX>)
else()
  target_compile_options(pullquote_developer INTERFACE
    -Wall -Wextra -Wpedantic -Wno-missing-field-initializers -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
    # A product fused with a sum has other last bits, so that answers would differ from one processor to another.
    -ffp-contract=off
    # Clang counts changes of sign among conversions, GCC does not.
    $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-sign-conversion>
    $<$<BOOL:${PULLQUOTE_WERROR}>:-Werror>)
endif()

# Sanitizers must see every object file, so they are global.
if(PULLQUOTE_SANITIZE)
  add_compile_options(-fsanitize=${PULLQUOTE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PULLQUOTE_SANITIZE})
endif()

# Every object file counts its branches for the fuzzer; only the targets in tests/fuzz link its main().
if(PULLQUOTE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()

# Each basic block of the stages counts itself. Every program that links a stage needs the counter.
if(PULLQUOTE_COUNT_OPERATIONS)
  add_library(pullquote_operations STATIC "${PROJECT_SOURCE_DIR}/tests/cpp/operations.cpp")
  target_link_libraries(pullquote_operations PRIVATE pullquote_developer)
endif()
