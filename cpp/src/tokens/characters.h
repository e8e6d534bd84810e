#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/unicode.h"

// Character classes of the tokenizer. News is nearly all ASCII, so a table answers for it and only the rest is decoded.

namespace pullquote::tokens {

enum class CharClass : std::uint8_t {
  kSpace,
  kNewline,
  kUpper,
  kLower,
  kLetter,
  kDigit,
  kQuote,
  kPunctuation,
  kSymbol
};

struct Char {
  char32_t code_point = 0;
  std::uint32_t length = 0;  // bytes; 0 at the end of the text
  CharClass kind = CharClass::kNewline;
};

inline constexpr char32_t kOpenDouble = U'\u201C';
inline constexpr char32_t kCloseDouble = U'\u201D';
inline constexpr char32_t kOpenSingle = U'\u2018';
inline constexpr char32_t kCloseSingle = U'\u2019';
inline constexpr char32_t kEnDash = U'\u2013';
inline constexpr char32_t kEmDash = U'\u2014';
inline constexpr char32_t kHorizontalBar = U'\u2015';
inline constexpr char32_t kEllipsis = U'\u2026';
inline constexpr char32_t kBullet = U'\u2022';

constexpr std::array<CharClass, 128> ascii_classes() {
  std::array<CharClass, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    if (c == '\n') {
      table[c] = CharClass::kNewline;
    } else if (c <= ' ' || c == 0x7F) {
      table[c] = CharClass::kSpace;
    } else if (c >= 'A' && c <= 'Z') {
      table[c] = CharClass::kUpper;
    } else if (c >= 'a' && c <= 'z') {
      table[c] = CharClass::kLower;
    } else if (c >= '0' && c <= '9') {
      table[c] = CharClass::kDigit;
    } else if (c == '"' || c == '\'') {
      table[c] = CharClass::kQuote;
    } else if (c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' || c == '|' ||
               c == '~' || c == '%') {
      table[c] = CharClass::kSymbol;
    } else {
      table[c] = CharClass::kPunctuation;
    }
  }
  return table;
}
inline constexpr std::array<CharClass, 128> kAsciiClasses = ascii_classes();

/// The class of a code point outside ASCII.
CharClass classify(char32_t c);

/// The character that starts at byte `at`, or one of length 0 and class kNewline at the end.
inline Char char_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, kAsciiClasses[byte]};
  const text::Decoded decoded = text::decode(text, at);
  return {decoded.code_point, decoded.length, classify(decoded.code_point)};
}

constexpr bool is_space(CharClass c) { return c <= CharClass::kNewline; }
constexpr bool is_alpha(CharClass c) { return c >= CharClass::kUpper && c <= CharClass::kLetter; }
constexpr bool is_alnum(CharClass c) { return c >= CharClass::kUpper && c <= CharClass::kDigit; }
constexpr bool is_single_mark(char32_t c) { return c == U'\'' || c == kOpenSingle || c == kCloseSingle; }
constexpr bool is_dash(char32_t c) { return c == U'-' || c == kEnDash || c == kEmDash || c == kHorizontalBar; }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Compares with a lower-case ASCII word, whatever the case of `word`.
constexpr bool equals_ignoring_case(std::string_view word, std::string_view lower) {
  if (word.size() != lower.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (ascii_lower(word[i]) != lower[i]) return false;
  }
  return true;
}

}  // namespace pullquote::tokens
