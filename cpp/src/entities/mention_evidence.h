#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "article.h"
#include "features/clusters.h"
#include "mention_features.h"
#include "mention_labels.h"

namespace pullquote::entities {

/// What the second pass sees beside the first one's scores: how the first pass labelled the same words and the same
/// names elsewhere in the article, and the mention as a whole, its ends and its neighbours.
class MentionEvidence {
 public:
  /// `tags`: the first pass's answer, one a token.
  MentionEvidence(const Article& article, const MentionFeatures& features, std::span<const std::uint8_t> tags);

  /// Whether the first pass took a token, or most of the same words elsewhere, for part of a name.
  [[nodiscard]] bool is_named(std::uint32_t token) const;
  /// Whether there is anything to see at a token: it or a neighbour is named.
  [[nodiscard]] bool concerns(std::uint32_t token) const;
  void add(std::uint32_t token, model::FeatureBuffer& out) const;

 private:
  static constexpr std::size_t kOther = kLabelNames.size();  // no mention
  using Votes = std::array<std::uint16_t, kOther + 1>;
  struct Majority {
    std::uint32_t label = kOther + 1;  // kOther + 1: no votes
    std::uint32_t votes = 0;           // bucketed
    std::uint32_t share = 0;           // bucketed
  };
  [[nodiscard]] static Majority majority_of(const Votes& counts);
  [[nodiscard]] Majority majority(const HashMap& index, const std::vector<Votes>& votes, std::uint64_t key,
                                  std::uint32_t without) const;
  [[nodiscard]] Majority word_majority(std::int64_t token) const;
  void vote(HashMap& index, std::vector<Votes>& votes, std::uint64_t key, std::size_t label);
  void vote_acronyms(const Guess& guess);
  void find_known();
  [[nodiscard]] std::uint64_t phrase(TokenRange range) const;
  [[nodiscard]] std::uint32_t label_at(std::uint32_t token) const;

  const Article& a_;
  const MentionFeatures& f_;
  std::span<const std::uint8_t> tags_;
  std::vector<Guess> guesses_;
  std::vector<std::uint64_t> guess_phrases_;
  std::vector<std::uint32_t> guess_at_;  // number of the guess at a token, from 1 on
  std::vector<std::uint32_t> known_;     // place in a name that the first pass found elsewhere, and its label
  std::vector<bool> named_;              // see is_named
  HashMap words_, phrases_, parts_, starts_, acronyms_;
  std::vector<Votes> word_votes_, phrase_votes_, part_votes_, acronym_votes_;
};

}  // namespace pullquote::entities
