#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entities/entities.h"
#include "features/clusters.h"
#include "features/words.h"
#include "quotes/quotations.h"
#include "syntax/syntax.h"
#include "tokens/tokens.h"

// The article as attribution reads it: what is known of each token, as numbers that features are made of, and the
// quotations. Made once per article; training and extraction share it.

namespace pullquote::quotes {

inline constexpr std::uint32_t kNone = 0xffffffff;

/// What a token is, before anything is asked about cues.
struct Fact {
  std::uint64_t word = 0;     // hash of the lower-cased form
  std::uint64_t stem = 0;     // hash of the form without its ending, irregular verbs undone
  std::uint64_t suffix = 0;   // hash of the last three letters
  std::uint32_t cluster = 0;  // features::ClusterPath
  std::uint16_t shape = 0;
  std::uint16_t entity = 0;         // class of the mention it is part of, and its place in it
  std::uint32_t quotation = kNone;  // index of the quotation that holds it, marks included
  std::uint32_t sentence = 0;
  bool weak = false;          // a function word: never the main word of a cue that has another
  std::uint8_t mark = 0;      // 0 outside, 1 inside a quotation, 2 its opening mark, 3 its closing mark
  std::uint8_t tag = 0;       // syntax::Tag, from 1 on
  std::uint8_t relation = 0;  // syntax::Relation, from 1 on
  std::uint32_t head = kNone;
  std::uint64_t children = 0;  // relations that its dependents have, a bit each

  [[nodiscard]] bool is(syntax::Relation other) const { return relation == 1 + static_cast<std::uint8_t>(other); }
  /// A verb that may have a subject.
  [[nodiscard]] bool is_finite() const { return tag != 0 && syntax::is_finite(static_cast<syntax::Tag>(tag - 1)); }
};

/// What stands where there is no token.
inline constexpr Fact kEdge{.word = 1, .stem = 1, .suffix = 1, .cluster = 0, .shape = 0xff};

class Reading {
 public:
  /// `read_as` holds for each token the word that it is read as, if any, or is empty.
  Reading(const tokens::TokenizedText& text, const features::Words& words, const features::Clusters& clusters,
          const syntax::Parse& parse, const entities::Linked& linked, std::vector<Quotation> quotations,
          std::span<const std::string_view> read_as = {});

  const tokens::TokenizedText& text;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(facts_.size()); }
  [[nodiscard]] const Fact& operator[](std::uint32_t token) const { return facts_[token]; }
  [[nodiscard]] bool weak(std::uint32_t token) const { return facts_[token].weak; }
  [[nodiscard]] std::span<const Quotation> quotations() const { return quotations_; }
  [[nodiscard]] std::uint32_t section_of(std::uint32_t token) const {
    return text.sentences[facts_[token].sentence].section;
  }

 private:
  std::vector<Fact> facts_;
  std::vector<Quotation> quotations_;
};

}  // namespace pullquote::quotes
