#pragma once

#include <cstdint>
#include <span>

#include "model/feature_table.h"
#include "syntax/feature_list.h"
#include "syntax/labels.h"
#include "syntax/lexical.h"

// A greedy tagger: words from left to right, each with the tags that those before it were given.

namespace pullquote::syntax {

/// One sentence that is being tagged.
struct TagContext {
  std::span<const LexicalWord> words;
  bool capitalised = false;
};

inline constexpr std::uint64_t kTagDecision = 1;

/// The features of the word at `at`, given the tags of those before it.
void tag_features(const TagContext& context, std::size_t at, std::span<const Tag> before, FeatureList& features);

class SentenceTagger {
 public:
  /// The weights must outlive it.
  explicit SentenceTagger(const model::RowTable& weights) : weights_(weights) {}
  /// Fills `tags`, one for each word.
  void run(const TagContext& context, std::span<Tag> tags);

 private:
  const model::RowTable& weights_;
  FeatureList features_{kTagDecision};
};

}  // namespace pullquote::syntax
