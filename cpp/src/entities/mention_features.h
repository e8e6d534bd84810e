#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "article.h"
#include "features/clusters.h"
#include "model/feature_buffer.h"

namespace pullquote::entities {

/// What the model of mentions sees of each token, for training and for use. What depends on one token alone is worked
/// out once a token; a feature joins such values under the number of its template, without a string anywhere.
class MentionFeatures {
 public:
  /// Kinds of features that a study may leave out to see what they bring.
  enum Part : std::uint8_t { kAffixes = 1, kShapes = 2, kRuns = 4 };
  MentionFeatures(const Article& article, const features::Clusters& clusters, std::uint8_t without = 0);

  /// Appends the features of a token. Bounded in number whatever the text.
  void add(std::uint32_t token, model::FeatureBuffer& out) const;

  /// The same in two parts: first those that concern one word of the window alone, or an edge of the sentence there.
  /// Words and edges lie in a row, two edges on either side of each sentence; `slot` is the number of a token's word.
  static constexpr std::uint32_t kReach = 2;  // words on either side
  [[nodiscard]] std::uint32_t slot(std::uint32_t token) const { return slot_[token]; }
  /// Hash of all that these features see of the word.
  [[nodiscard]] std::uint64_t key(std::uint32_t slot) const;
  /// The features of the token that has this word `place` words behind it (before it, if negative).
  void add_word(std::uint32_t slot, int place, model::FeatureBuffer& out) const;
  /// Those of all words of a token's window.
  void add_words(std::uint32_t token, model::FeatureBuffer& out) const;
  /// All others.
  void add_context(std::uint32_t token, model::FeatureBuffer& out) const;

  [[nodiscard]] std::uint32_t shape(std::uint32_t token) const { return atoms_[slot_[token]].shape; }
  [[nodiscard]] features::ClusterPath cluster(std::uint32_t token) const { return atoms_[slot_[token]].cluster; }

 private:
  struct Atom {
    std::string_view text;   // lower-cased
    std::uint64_t word = 0;  // as it is spelled
    std::uint64_t lower = 0;
    std::uint64_t classes = 0;
    std::uint32_t shape = 0;
    std::uint32_t cluster = 0;
    std::uint32_t names = 0;
    std::uint32_t phrase = 0;  // place inside a phrase of the lexicon, and its classes
    std::uint32_t run = 0;     // number of the capitalised run, from 1 on
    std::uint32_t loose = 0;   // the same where small words may stand inside
    std::uint8_t usage = 0;    // how the article writes the word elsewhere
    std::uint8_t position = 0;
    std::uint8_t value = 0;  // in a date or a sum of money, and whether it opens it
  };
  void find_phrases();
  void find_runs();
  void add_run(std::uint64_t base, std::uint32_t token, TokenRange run, model::FeatureBuffer& out) const;

  const Article& a_;
  const std::uint8_t without_;
  std::vector<Atom> atoms_;  // a sentence edge stands between sentences: see slot_
  std::vector<std::uint32_t> slot_;
  std::vector<TokenRange> runs_, loose_;
  HashMap company_;  // of capitalised words, see find_company
};

}  // namespace pullquote::entities
