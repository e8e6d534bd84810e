#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "attribution_data.h"
#include "quotes/candidates.h"

// How well attributions fit those marked by hand, over words: the measure of the development scorer, on our tokens.

namespace pullquote::train {

struct AttributionScore {
  std::uint32_t gold = 0, predicted = 0, related = 0;
  double content_precise = 0, content_recalled = 0;             // sums of shares of words
  std::array<std::uint32_t, 3> kinds{}, found{}, attributed{};  // direct, mixed, indirect

  [[nodiscard]] double relation_precision() const { return predicted ? 100.0 * related / predicted : 0; }
  [[nodiscard]] double relation_recall() const { return gold ? 100.0 * related / gold : 0; }
  [[nodiscard]] double relation_f1() const { return gold + predicted ? 200.0 * related / (gold + predicted) : 0; }
  [[nodiscard]] double content_f1() const;
  void add(const AttributionScore& other);
};

/// Compares one article's answers; both lists hold tokens.
[[nodiscard]] AttributionScore score(const AttributedArticle& article, const std::vector<quotes::Candidate>& answers);

/// How answers are wrong and what is missed, over words.
struct AttributionErrors {
  // Answers without a gold attribution that relates as they do, by the first of these that holds:
  std::uint32_t unmarked = 0;       // no gold content shares a word with theirs
  std::uint32_t other_content = 0;  // less than half of the content in common with any
  std::uint32_t other_source = 0;
  std::uint32_t other_cue = 0;
  // Gold attributions without an answer that relates as they do:
  std::uint32_t unseen = 0;   // no answer shares a word of content
  std::uint32_t misread = 0;  // some answer does
};
void count_errors(const AttributedArticle& article, const std::vector<quotes::Candidate>& answers,
                  AttributionErrors& errors);

/// What an answer is worth beside a gold attribution: 0 where it does not relate as the other does (half of the content
/// shared, source and cue touched), and up to 1 the more of content and source the two have in common (Jaccard).
[[nodiscard]] double worth_of(const AttributedArticle& article, const quotes::Candidate& answer,
                              const GoldAttribution& gold);

}  // namespace pullquote::train
