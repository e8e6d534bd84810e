#include "characters.h"

namespace pullquote::tokens {

CharClass classify(char32_t c) {
  if (c == kOpenDouble || c == kCloseDouble || c == kOpenSingle || c == kCloseSingle) return CharClass::kQuote;
  if (c == U'\u00A0') return CharClass::kSpace;
  if (text::is_lower(c)) return CharClass::kLower;
  if (text::is_upper(c)) return CharClass::kUpper;
  if (text::is_letter(c)) return CharClass::kLetter;
  if (text::is_digit(c)) return CharClass::kDigit;
  if (text::is_punctuation(c)) return CharClass::kPunctuation;
  return CharClass::kSymbol;
}

}  // namespace pullquote::tokens
