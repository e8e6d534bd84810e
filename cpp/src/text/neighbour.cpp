#include "neighbour.h"

#include <array>

#include "text/unicode.h"

namespace pullquote::text {

namespace {

constexpr std::array<Side, 128> kAsciiSides = [] {
  std::array<Side, 128> sides{};
  for (unsigned c = 0; c < 128; ++c) {
    const bool word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    sides[c] = c <= ' ' ? Side::kSpace : word ? Side::kWord : Side::kNeutral;
  }
  for (const char c : std::string_view("$#@%")) sides[static_cast<unsigned char>(c)] = Side::kWord;
  for (const char c : std::string_view("([{")) sides[static_cast<unsigned char>(c)] = Side::kOpener;
  for (const char c : std::string_view(")]}.,;:!?")) sides[static_cast<unsigned char>(c)] = Side::kCloser;
  return sides;
}();

Side side_of(char32_t c) {
  if (c < 128) return kAsciiSides[c];
  switch (c) {
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
      return Side::kNeutral;  // guillemets open in one language and close in another
    case 0xA1:
    case 0xBF:
      return Side::kOpener;  // ¡ ¿
    case 0x2019:             // ’ ends a quotation, and it elides before one (d’«affaire»)
    case 0x2026:
      return Side::kNeutral;
    default:
      break;
  }
  switch (group_of(c)) {
    case Group::kLetter:
    case Group::kNumber:
    case Group::kCurrency:
    case Group::kPictograph:
      return Side::kWord;
    case Group::kOpening:
      return Side::kOpener;
    case Group::kClosing:
      return Side::kCloser;
    case Group::kSentence:
      return Side::kCloser;
    default:
      return Side::kNeutral;
  }
}

}  // namespace

Neighbour neighbour_before(std::string_view view, std::size_t at) {
  if (at == 0) return {0, Side::kSpace};
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(view[begin]) & 0xC0) == 0x80) --begin;
  const char32_t c = decode(view, begin).code_point;
  return {c, side_of(c)};
}

Neighbour neighbour_after(std::string_view view, std::size_t at) {
  if (at >= view.size()) return {0, Side::kSpace};
  const char32_t c = decode(view, at).code_point;
  // "…" is also typed as dots, and those come before a word as often as after one.
  if (c == U'.' && at + 1 < view.size() && view[at + 1] == '.') return {c, Side::kNeutral};
  return {c, side_of(c)};
}

bool joins(Neighbour side) {
  const char32_t c = side.code_point;
  if (side.side != Side::kWord) return false;
  if (c < 128) return c != U'$' && c != U'#' && c != U'@' && c != U'%';
  const bool alphabetic = c < 0x0E00 || (c >= 0x10A0 && c < 0x1100) || (c >= 0x1C80 && c < 0x2000) ||
                          (c >= 0x2C00 && c < 0x2E00) || (c >= 0xA640 && c < 0xA800) || (c >= 0xFB00 && c < 0xFB50);
  return alphabetic && (is_letter(c) || is_digit(c));
}

}  // namespace pullquote::text
