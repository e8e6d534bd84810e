#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/feature_table.h"
#include "model/window_cache.h"
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

/// Appends those of them that concern one word of the window alone, which stands `place` words behind the one that is
/// tagged (before it, if negative).
inline constexpr std::uint32_t kTagReach = 2;
void tag_word_features(const LexicalWord& word, int place, FeatureList& features);
/// Appends all others.
void tag_context_features(const TagContext& context, std::size_t at, std::span<const Tag> before,
                          FeatureList& features);

class SentenceTagger {
 public:
  /// The weights must outlive it.
  explicit SentenceTagger(const model::RowTable& weights) : weights_(weights) {}
  /// Fills `tags`, one for each word.
  void run(const TagContext& context, std::span<Tag> tags);

 private:
  using Cache = model::WindowCache<kTags, 2 * kTagReach + 1>;
  const model::RowTable& weights_;
  std::vector<Cache::Scores> sums_;
  FeatureList features_{kTagDecision};
};

}  // namespace pullquote::syntax
