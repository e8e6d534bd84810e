#include "utf8.h"

namespace pullquote::text {

Unit read_unit(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};

  // The second byte decides whether a sequence is overlong, a surrogate or beyond U+10FFFF, so a lead narrows it.
  unsigned low = 0x80, high = 0xBF;
  std::uint8_t length = 0;
  char32_t c = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, c = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, c = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, c = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {kReplacement, 1, false};
  }
  for (std::uint8_t i = 1; i < length; ++i) {
    if (at + i >= bytes.size() || byte(at + i) < low || byte(at + i) > high) return {kReplacement, i, false};
    // A surrogate counts as one code point only when it is whole; cut short, its lead stands alone as in any decoder.
    if (lead == 0xED && i == 1 && byte(at + 1) >= 0xA0) {
      const bool whole = at + 2 < bytes.size() && (byte(at + 2) & 0xC0) == 0x80;
      return {kReplacement, static_cast<std::uint8_t>(whole ? 3 : 1), false};
    }
    c = (c << 6) | (byte(at + i) & 0x3F);
    low = 0x80, high = 0xBF;
  }
  return {c, length, true};
}

std::uint8_t encode(char32_t c, char (&out)[4]) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xC0 | (c >> 6)), out[1] = tail(0);
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xE0 | (c >> 12)), out[1] = tail(6), out[2] = tail(0);
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | (c >> 18)), out[1] = tail(12), out[2] = tail(6), out[3] = tail(0);
  return 4;
}

}  // namespace pullquote::text
