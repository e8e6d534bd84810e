#include "references.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "reference_names.h"
#include "utf8.h"

namespace pullquote::text {

namespace {

// What browsers read &#128; … &#159; as: windows-1252, since nobody means the C1 controls.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr std::size_t kLongest = 32;  // bytes between '&' and ';'; longer than any name, and room for leading zeros

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int hexadecimal(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char32_t scalar_value(char32_t c) {
  if (c >= 0x80 && c <= 0x9F) return kWindows1252[c - 0x80];
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return kReplacement;
  return c;
}

// `body` starts after "&#" and may run on beyond the reference. Returns the bytes of body read, its ';' included.
Reference read_number(std::string_view body) {
  std::size_t at = 0;
  const bool hex = !body.empty() && (body[0] == 'x' || body[0] == 'X');
  if (hex) ++at;
  const std::size_t digits = at;
  char32_t value = 0;
  for (; at < body.size(); ++at) {
    const int digit = hexadecimal(body[at]);
    if (digit < 0 || (!hex && digit > 9)) break;
    value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (at == digits || at == body.size() || body[at] != ';') return {};
  return {scalar_value(value), at + 1};
}

// The same for a name; `body` starts after '&'.
Reference read_name(std::string_view body) {
  std::size_t at = 0;
  while (at < body.size() && (is_ascii_letter(body[at]) || is_ascii_digit(body[at]))) ++at;
  if (at == 0 || at == body.size() || body[at] != ';') return {};
  const std::string_view name = body.substr(0, at);
  const auto* found =
      std::lower_bound(std::begin(kNamedReferences), std::end(kNamedReferences), name,
                       [](const NamedReference& entry, std::string_view key) { return entry.name < key; });
  if (found == std::end(kNamedReferences) || found->name != name) return {};
  return {found->code_point, at + 1};
}

// What stands after an '&', read as a reference of one level. The length leaves the '&' out.
Reference read_body(std::string_view bytes, std::size_t at) {
  const std::string_view body = bytes.substr(at, kLongest);
  if (body.empty()) return {};
  if (body[0] != '#') return read_name(body);
  Reference number = read_number(body.substr(1));
  if (number.length != 0) ++number.length;
  return number;
}

}  // namespace

Reference read_reference(std::string_view bytes, std::size_t at) {
  const Reference outer = read_body(bytes, at + 1);
  if (outer.length == 0) return {};
  if (outer.code_point == U'&') {
    const Reference inner = read_body(bytes, at + 1 + outer.length);
    if (inner.length != 0) return {inner.code_point, 1 + outer.length + inner.length};
  }
  return {outer.code_point, 1 + outer.length};
}

}  // namespace pullquote::text
