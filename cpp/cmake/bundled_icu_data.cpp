// An empty table in the place of ICU's data, as ICU's own "stubdata" library has it: whoever asks for something in the
// data gets U_FILE_ACCESS_ERROR or what ICU does without.

#include <unicode/udata.h>
#include <unicode/utypes.h>

#include <cstdint>

namespace {

struct IcuData {
  std::uint16_t header_size;
  std::uint8_t magic1, magic2;
  UDataInfo info;
  char padding[8];
  std::uint32_t count, reserved;
  std::int32_t names_and_offsets[4];
};

}  // namespace

extern "C" {
extern const IcuData U_ICUDATA_ENTRY_POINT;
alignas(16) const IcuData U_ICUDATA_ENTRY_POINT = {
    32,
    0xDA,
    0x27,
    {sizeof(UDataInfo), 0, U_IS_BIG_ENDIAN, U_CHARSET_FAMILY, sizeof(UChar), 0, {'T', 'o', 'C', 'P'}, {1, 0, 0, 0}, {}},
    {},
    0,
    0,
    {}};
}

// A distribution's static ICU addresses the C library's variables in a way that only programs may, so a module must
// have its own. ICU reads them to learn the machine's time zone, which nothing here asks for.
#ifdef __linux__
extern "C" {
[[gnu::visibility("hidden")]] long bundled_timezone asm("__timezone") = 0;
[[gnu::visibility("hidden")]] char* bundled_tzname[2] asm("tzname") = {nullptr, nullptr};
}
#endif
