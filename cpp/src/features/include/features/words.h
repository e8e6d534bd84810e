#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/lexicon.h"
#include "features/word_list.h"
#include "tokens/tokens.h"

// What is known of each token alone, worked out once per document: its lower-cased form, its classes and its place
// in the lexicon. Lower-cased tokens lie in one buffer with single spaces between them, so that any phrase is a slice.

namespace pullquote::features {

class Words {
 public:
  Words(const tokens::TokenizedText& text, const Lexicon& lexicon);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(facts_.size()); }
  /// WordClass bits.
  [[nodiscard]] std::uint64_t classes(std::uint32_t token) const { return facts_[token].classes; }
  /// NameClass bits of the single word.
  [[nodiscard]] std::uint32_t names(std::uint32_t token) const { return facts_[token].names; }
  [[nodiscard]] bool is(std::uint32_t token, std::uint64_t word_class) const {
    return (facts_[token].classes & word_class) != 0;
  }
  [[nodiscard]] std::string_view lower(std::uint32_t token) const {
    return std::string_view(buffer_).substr(facts_[token].begin, facts_[token].size);
  }
  /// The lower-cased tokens of a non-empty range with one space between each two.
  [[nodiscard]] std::string_view lower(tokens::TokenRange range) const {
    const auto& last = facts_[range.last - 1];
    return std::string_view(buffer_).substr(facts_[range.first].begin,
                                            last.begin + last.size - facts_[range.first].begin);
  }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  struct Fact {
    std::uint64_t classes;
    std::uint32_t names;
    std::uint32_t begin;  // in buffer_
    std::uint32_t size;
  };
  std::string buffer_;
  std::vector<Fact> facts_;
  Lexicon lexicon_;
};

}  // namespace pullquote::features
