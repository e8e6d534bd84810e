#pragma once

#include <cstdint>
#include <vector>

#include "article.h"
#include "syntax/syntax.h"

namespace pullquote::entities {

/// What a mention is in its clause.
enum class Place : std::uint8_t {
  kSubject,
  kObject,
  kOblique,    // behind a preposition
  kPossessor,  // "Costa's", "his"
  kModifier,   // "Costa supporters"
  kVocative,   // "Thank you, Mr Costa."
};

/// What a parse says of mentions, in the terms of this stage. All answers cost a bounded number of steps.
class Grammar {
 public:
  Grammar(const Article& article, const syntax::Parse& parse);

  /// The token of a range on which the others hang.
  [[nodiscard]] std::uint32_t head(TokenRange range) const;
  [[nodiscard]] Place place(TokenRange range) const;
  /// The predicate of the clause that a token stands in; "wants to go" is one clause, "came and went" another.
  [[nodiscard]] std::uint32_t clause(std::uint32_t token) const;
  /// The subject of a predicate, its own or that of a predicate it shares it with; kNone where there is none.
  [[nodiscard]] std::uint32_t subject(std::uint32_t predicate) const;
  /// The subject of the clause around the one that a token stands in, where that one opens the sentence before it:
  /// "When he had left, Ana Reyes …"; kNone where there is none.
  [[nodiscard]] std::uint32_t subject_to_come(std::uint32_t token) const;
  /// A predicate that depends on no other clause: "he said" in "…, he said", not in "the day on which he said so".
  [[nodiscard]] bool is_main(std::uint32_t predicate) const;
  /// That a range is the subject of a verb of speech, or in apposition to it.
  [[nodiscard]] bool speaks(TokenRange range) const;
  [[nodiscard]] bool has(std::uint32_t token, syntax::Relation relation) const {
    return (children_[token] >> static_cast<unsigned>(relation) & 1) != 0;
  }
  [[nodiscard]] syntax::Relation relation(std::uint32_t token) const { return parse_.relations[token]; }
  [[nodiscard]] std::uint32_t governor(std::uint32_t token) const { return parse_.heads[token]; }
  [[nodiscard]] syntax::Tag tag(std::uint32_t token) const { return parse_.tags[token]; }
  [[nodiscard]] bool is_noun(std::uint32_t token) const;

  static constexpr std::uint32_t kNone = 0xffffffff;

 private:
  const syntax::Parse& parse_;
  std::vector<std::uint64_t> children_;  // of each token, the relations of what hangs from it
  std::vector<std::uint32_t> subjects_;  // of each token
  std::vector<bool> speaks_;
};

}  // namespace pullquote::entities
