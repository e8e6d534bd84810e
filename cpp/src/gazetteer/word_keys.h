#pragma once

#include <cstdint>
#include <string_view>

#include "model/flag_table.h"
#include "model/hash.h"
#include "text/unicode.h"
#include "tokens/tokens.h"

// What makes two words of names equal, as hashes.

namespace pullquote::gazetteer {

/// Marks of quotation are alike: which of them stands there depends on what is around them.
inline constexpr std::uint64_t kQuotationMark = 0x2c1b3c6d297a2d39;

/// A name in an article ends a sentence now and then, so the full stop after a word says nothing.
[[nodiscard]] inline std::string_view without_stop(std::string_view word) {
  return word.size() > 1 && word.back() == '.' ? word.substr(0, word.size() - 1) : word;
}

[[nodiscard]] inline bool is_quotation_mark(std::string_view word, tokens::TokenKind kind) {
  return kind == tokens::TokenKind::kQuote || word == "'" || word == "\u2019" || word == "\u2018";
}

[[nodiscard]] inline std::uint64_t exact_key(std::string_view word, tokens::TokenKind kind) {
  return is_quotation_mark(word, kind) ? kQuotationMark : model::hash64(without_stop(word));
}

[[nodiscard]] inline std::uint64_t folded_key(std::string_view word, tokens::TokenKind kind) {
  if (is_quotation_mark(word, kind)) return kQuotationMark;
  word = without_stop(word);
  constexpr std::size_t kShort = 64;
  char lower[kShort];
  if (word.size() <= kShort) {
    std::size_t i = 0;
    for (; i < word.size() && static_cast<unsigned char>(word[i]) < 0x80; ++i) {
      lower[i] = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + ('a' - 'A')) : word[i];
    }
    if (i == word.size()) return model::hash64({lower, i});
  }
  return model::hash64(text::to_lower(word));
}

/// The hash of a sequence of words, built up word by word. Never 0.
inline constexpr std::uint64_t kNoWords = 0x5ca1ab1e0ddba11;
[[nodiscard]] constexpr std::uint64_t extend(std::uint64_t sequence, std::uint64_t word) {
  return model::mix(sequence, word) | 1;
}

}  // namespace pullquote::gazetteer
