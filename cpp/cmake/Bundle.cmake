# Wheels carry ICU and re2 inside the extension module, so that they need neither on the machine, and hide every symbol
# of theirs, so that they live beside other extensions that carry their own (PyArrow has re2, PyICU has ICU).
#
# ICU's data are left out: what the text stage asks of it (character properties, small letters, NFC) is compiled into
# its library. bundled_icu_data.cpp stands in for them.
#
# A distribution's static re2 is not made for modules (its one thread-local variable is addressed in a way that only
# programs may), so its sources are compiled here; tables that some source packages generate are taken from the library.
#
#   PULLQUOTE_BUNDLE      ON: as above; OFF: link what the machine has
#   PULLQUOTE_RE2_SOURCE  folder of re2's sources, of the version of the library
#   PULLQUOTE_LICENSES    folder of the licences of what is linked
set(PULLQUOTE_RE2_SOURCE "" CACHE PATH "Sources of re2, for PULLQUOTE_BUNDLE")
set(PULLQUOTE_LICENSES "" CACHE PATH "Licences of what is linked, for PULLQUOTE_BUNDLE")

find_library(static_icu NAMES libicuuc.a REQUIRED)
find_library(static_re2 NAMES libre2.a REQUIRED)
add_library(bundled_icu_data STATIC cpp/cmake/bundled_icu_data.cpp)
target_link_libraries(bundled_icu_data PRIVATE ICU::uc)
set_target_properties(ICU::uc PROPERTIES IMPORTED_LOCATION "${static_icu}" IMPORTED_LOCATION_RELEASE "${static_icu}")
set_property(TARGET ICU::uc PROPERTY INTERFACE_LINK_LIBRARIES bundled_icu_data)

string(REGEX MATCH "20[0-9][0-9]-[0-9]+-[0-9]+" RE2_RELEASE "${PULLQUOTE_RE2_SOURCE}")
file(GLOB re2_sources "${PULLQUOTE_RE2_SOURCE}/re2/*.cc")
list(FILTER re2_sources EXCLUDE REGEX "/(test|fuzz|mimics_)[^/]*$")
if(NOT re2_sources)
  message(FATAL_ERROR "PULLQUOTE_RE2_SOURCE must be a folder of re2's sources; it is \"${PULLQUOTE_RE2_SOURCE}\"")
endif()
list(APPEND re2_sources "${PULLQUOTE_RE2_SOURCE}/re2/mimics_pcre.cc" "${PULLQUOTE_RE2_SOURCE}/util/rune.cc"
     "${PULLQUOTE_RE2_SOURCE}/util/strutil.cc")
add_library(bundled_re2 STATIC ${re2_sources})
target_include_directories(bundled_re2 PRIVATE "${PULLQUOTE_RE2_SOURCE}")
target_link_libraries(bundled_re2 PRIVATE "${static_re2}")
set_property(TARGET PkgConfig::RE2 PROPERTY INTERFACE_LINK_LIBRARIES bundled_re2)

# Paths of the machine that builds do not get into the module: two builds give the same bytes.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}=." "-ffile-prefix-map=${PULLQUOTE_RE2_SOURCE}=re2"
                    "-ffile-prefix-map=${CMAKE_BINARY_DIR}=build" -frandom-seed=pullquote)

# pullquote_bundle(module): hides what is linked into it.
function(pullquote_bundle module)
  if(APPLE)
    target_link_options(${module} PRIVATE "LINKER:-exported_symbol,_PyInit_*" LINKER:-dead_strip)
  else()
    set(map "${CMAKE_CURRENT_BINARY_DIR}/module.map")
    file(WRITE "${map}" "{ global: PyInit_*; local: *; };\n")
    target_link_options(${module} PRIVATE "LINKER:--version-script=${map}" LINKER:-Bsymbolic LINKER:--gc-sections
                        LINKER:--build-id=none -static-libstdc++ -static-libgcc)
  endif()
endfunction()

# Lays a bill of materials and the licences of what is linked into the wheel.
function(pullquote_bill_of_materials)
  configure_file("${PROJECT_SOURCE_DIR}/cpp/cmake/sbom.cdx.json.in" "${CMAKE_CURRENT_BINARY_DIR}/pullquote.cdx.json" @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/pullquote.cdx.json" DESTINATION "${SKBUILD_METADATA_DIR}/sboms" COMPONENT python)
  install(DIRECTORY "${PULLQUOTE_LICENSES}/" DESTINATION "${SKBUILD_METADATA_DIR}/licenses/linked" COMPONENT python)
endfunction()
