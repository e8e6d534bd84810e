#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/tokens.h"

// The words, numbers and signs of a mention and of the few tokens around it, lower-cased. They are cut finer than
// tokens: "mid-1990s" is mid, -, 1990, s, and "HK$5m" is hk, $, 5, m, however a tokeniser or a mention finder cuts
// them.

namespace pullquote::values {

enum class LexemeKind : std::uint8_t { kWord, kNumber, kSign };

struct Lexeme {
  LexemeKind kind = LexemeKind::kSign;
  std::uint32_t begin = 0;  // in the buffer
  std::uint32_t end = 0;
  bool space_before = false;
};

class Lexemes {
 public:
  /// Reads `around`, of which `mention` is a part.
  Lexemes(const tokens::TokenizedText& text, tokens::TokenRange around, tokens::TokenRange mention);

  [[nodiscard]] std::size_t size() const { return lexemes_.size(); }
  /// The mention's own lexemes are [first, last).
  [[nodiscard]] std::size_t first() const { return first_; }
  [[nodiscard]] std::size_t last() const { return last_; }

  [[nodiscard]] std::string_view text(std::size_t i) const { return i < size() ? slice(i, i + 1) : std::string_view(); }
  /// The characters from one lexeme to before another.
  [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const {
    return std::string_view(buffer_).substr(lexemes_[from].begin, lexemes_[to - 1].end - lexemes_[from].begin);
  }
  [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return text(i) == word; }
  [[nodiscard]] bool is_word(std::size_t i) const { return i < size() && lexemes_[i].kind == LexemeKind::kWord; }
  [[nodiscard]] bool is_number(std::size_t i) const { return i < size() && lexemes_[i].kind == LexemeKind::kNumber; }
  [[nodiscard]] bool space_before(std::size_t i) const { return i < size() && lexemes_[i].space_before; }
  /// A number of at most nine digits; -1 for anything else.
  [[nodiscard]] int number(std::size_t i) const;

 private:
  std::string buffer_;
  std::vector<Lexeme> lexemes_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace pullquote::values
