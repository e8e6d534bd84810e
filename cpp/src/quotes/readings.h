#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotes/candidates.h"

// What one cue may attribute: the tokens that its view holds with their scores, and the candidates that these lead to.

namespace pullquote::quotes {

inline constexpr std::int32_t kForced = 1 << 20;  // outweighs any sum of features

/// What the second tagger says of the tokens that a cue sees.
struct Answer {
  std::vector<std::uint32_t> tokens;
  std::vector<std::int32_t> emissions;
  std::vector<float> marginals;
  std::uint32_t place = 0;
  float claim = 1;
};

/// Who claims a quotation, and how surely.
struct Claim {
  std::uint32_t cue = kNone;
  float certainty = 0;
};

/// Hands over each quotation in a view with the places of its first and last token there.
template <class Take>
void each_quotation(const Reading& reading, const Answer& answer, const Take& take) {
  const auto own = reading[answer.tokens[answer.place]].quotation;
  for (std::uint32_t i = 0; i < answer.tokens.size();) {
    const auto quotation = reading[answer.tokens[i]].quotation;
    auto end = i + 1;
    while (end < answer.tokens.size() && reading[answer.tokens[end]].quotation == quotation) ++end;
    if (quotation != kNone && quotation != own) take(quotation, i, end);
    i = end;
  }
}

/// How surely a cue claims the quotation between two places of its view.
inline float certainty_of(const Answer& answer, std::uint32_t first, std::uint32_t last) {
  float sum = 0;
  for (auto i = first; i < last; ++i) sum += answer.marginals[i * kRoles + kContent];
  return sum / static_cast<float>(last - first);
}

/// Appends the readings of one cue after the other: the likeliest, and others that may be right where it is wrong.
/// Several candidates that share the probability lose to none at all, edges of contents are often in doubt, and what
/// stands in quotation marks decides what its surroundings are.
class Readings {
 public:
  /// `cues`: the candidates of the article, ascending.
  Readings(const Reading& reading, const model::Crf& links, std::span<const std::uint32_t> cues,
           std::vector<Candidate>& out);

  /// Takes what was settled of the cue with this number.
  void add(Answer& answer, std::span<const Claim> claims, std::uint32_t cue);

 private:
  Candidate decode_with(Answer& answer, float source, float content);
  Candidate decode_with_source(Answer& answer, float content);
  void keep(Candidate candidate, Variant variant);
  void add_unlikely(Answer& answer);
  void add_usual(Answer& answer);
  void add_bridging(Answer& answer, float push);
  void add_cut();
  void add_extended();
  void add_marks();
  void add_clauses();
  void add_greedy(Answer& answer, std::span<const Claim> claims, std::uint32_t cue);
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;

  const Reading& reading_;
  const model::Crf& links_;
  std::span<const std::uint32_t> cues_;
  float unit_;  // of log-odds, in scores
  std::vector<Candidate>& out_;
  std::size_t first_ = 0;  // of the readings of this cue
  std::vector<std::int32_t> emissions_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace pullquote::quotes
