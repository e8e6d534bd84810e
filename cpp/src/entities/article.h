#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "features/words.h"
#include "tokens/tokens.h"

namespace pullquote::entities {

using tokens::TokenKind;
using tokens::TokenRange;

/// 64-bit hashes to 32-bit numbers, for what one article repeats. Grows, never shrinks, keeps no strings.
class HashMap {
 public:
  explicit HashMap(std::size_t expected = 0);
  /// The value of a key, which starts at 0.
  std::uint32_t& operator[](std::uint64_t key);
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t value = 0;
  };
  [[nodiscard]] std::size_t slot(std::uint64_t key) const;
  void grow();
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Where a token stands, as far as capital letters are concerned.
enum TokenFlag : std::uint8_t {
  kInitial = 1u << 0,    // opens a sentence, a quotation or a line: its capital says nothing
  kTitleCase = 1u << 1,  // in a line where every word of weight is capitalised
  kSkipped = 1u << 2,    // in a section that gives no mentions
};

/// The article as the rules of this stage see it: tokens, what is known of each, and how the article itself writes
/// each word elsewhere. That last evidence tells "Police said" from "Guaido said" without any list.
class Article {
 public:
  Article(const tokens::TokenizedText& text, const features::Words& words, bool boilerplate);

  const tokens::TokenizedText& text;
  const features::Words& words;

  [[nodiscard]] std::uint32_t size() const { return words.size(); }
  [[nodiscard]] const tokens::Token& token(std::uint32_t i) const { return text.tokens[i]; }
  [[nodiscard]] bool has(std::uint32_t i, std::uint8_t flag) const { return (flags_[i] & flag) != 0; }
  void set(TokenRange range, std::uint8_t flag) {
    for (auto i = range.first; i < range.last; ++i) flags_[i] |= flag;
  }
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const { return sentence_of_[i]; }

  [[nodiscard]] bool is_word(std::uint32_t i) const { return token(i).kind == TokenKind::kWord; }
  [[nodiscard]] bool is_capitalised(std::uint32_t i) const { return is_word(i) && token(i).upper; }
  /// True for a token that is this one character.
  [[nodiscard]] bool is_char(std::uint32_t i, char c) const {
    const auto& t = token(i);
    return t.end == t.begin + 1 && text.text->view()[t.begin] == c;
  }
  [[nodiscard]] bool is_possessive(std::uint32_t i) const {
    return token(i).kind == TokenKind::kClitic &&
           (words.lower(i) == "'s" || words.lower(i) == "'" || words.lower(i) == "’s");
  }

  /// Hash of the lower-cased token.
  [[nodiscard]] std::uint64_t hash(std::uint32_t i) const { return hashes_[i]; }

  /// How often the word stands capitalised where it need not be.
  [[nodiscard]] std::uint32_t capitalised(std::uint32_t i) const { return counts(i) >> 16; }
  /// How often the word stands in lower case.
  [[nodiscard]] std::uint32_t lower_cased(std::uint32_t i) const { return counts(i) & 0xffff; }
  /// True where the two words from `i` on stand capitalised side by side where they need not be.
  [[nodiscard]] bool pair_capitalised(std::uint32_t i) const;

 private:
  [[nodiscard]] std::uint32_t counts(std::uint32_t i) const { return counts_.find(hashes_[i]); }
  void mark_shouting(TokenRange range);
  void mark_sentence(const tokens::Sentence& sentence);
  void count_sentence(TokenRange range);

  std::vector<std::uint8_t> flags_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::uint64_t> hashes_;
  HashMap counts_;  // capitalised in the upper half, lower case in the lower one; both saturate
  HashMap pairs_;
};

}  // namespace pullquote::entities
