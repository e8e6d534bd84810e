#include "text/unicode.h"

#include <unicode/uchar.h>

#include "utf8.h"

namespace pullquote::text {

namespace {

Group group_of_category(int8_t category) {
  switch (category) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Group::kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return Group::kNumber;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return Group::kSpace;
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      return Group::kOpening;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Group::kClosing;
    case U_DASH_PUNCTUATION:
      return Group::kDash;
    case U_CONNECTOR_PUNCTUATION:
      return Group::kConnector;
    case U_OTHER_PUNCTUATION:
      return Group::kSentence;
    case U_CURRENCY_SYMBOL:
      return Group::kCurrency;
    case U_OTHER_SYMBOL:
      return Group::kPictograph;
    case U_MATH_SYMBOL:
    case U_MODIFIER_SYMBOL:
      return Group::kSymbol;
    default:
      return Group::kOther;
  }
}

int8_t category_of(char32_t c) { return u_charType(static_cast<UChar32>(c)); }

constexpr bool ascii_upper(char32_t c) { return c - U'A' < 26; }
constexpr bool ascii_lower(char32_t c) { return c - U'a' < 26; }
constexpr bool ascii_digit(char32_t c) { return c - U'0' < 10; }

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

}  // namespace

Decoded decode_multibyte(std::string_view utf8, std::size_t at) {
  const Unit unit = read_unit(utf8, at);
  return {unit.code_point, unit.length};
}

Group group_of(char32_t c) { return group_of_category(category_of(c)); }

bool is_letter(char32_t c) {
  if (c < 0x80) return ascii_upper(c) || ascii_lower(c);
  return group_of(c) == Group::kLetter;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return ascii_digit(c);
  return category_of(c) == U_DECIMAL_DIGIT_NUMBER;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return ascii_upper(c);
  const int8_t category = category_of(c);
  return category == U_UPPERCASE_LETTER || category == U_TITLECASE_LETTER;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return ascii_lower(c);
  return category_of(c) == U_LOWERCASE_LETTER;
}

bool is_punctuation(char32_t c) {
  switch (group_of(c)) {
    case Group::kOpening:
    case Group::kClosing:
    case Group::kDash:
    case Group::kSentence:
    case Group::kConnector:
      return true;
    default:
      return false;
  }
}

bool is_currency(char32_t c) { return c < 0x80 ? c == U'$' : category_of(c) == U_CURRENCY_SYMBOL; }

bool is_mark(char32_t c) { return c >= 0x300 && (U_MASK(category_of(c)) & U_GC_M_MASK) != 0; }

std::string to_lower(std::string_view utf8) {
  std::string out;
  to_lower(utf8, out);
  return out;
}

void to_lower(std::string_view utf8, std::string& out) {
  out.assign(utf8);
  std::size_t at = 0;
  for (; at < out.size(); ++at) {
    const auto byte = static_cast<unsigned char>(out[at]);
    if (byte >= 0x80) break;
    if (ascii_upper(byte)) out[at] = static_cast<char>(byte + 0x20);
  }
  if (at == out.size()) return;
  // Lower case may take more or fewer bytes than upper case, so from here on the text is written anew.
  out.resize(at);
  while (at < utf8.size()) {
    const Decoded next = decode(utf8, at);
    char bytes[4];
    out.append(bytes, encode(lower(next.code_point), bytes));
    at += next.length;
  }
}

std::string to_upper(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode(utf8, at);
    char bytes[4];
    out.append(bytes, encode(static_cast<char32_t>(u_toupper(static_cast<UChar32>(next.code_point))), bytes));
    at += next.length;
  }
  return out;
}

}  // namespace pullquote::text
