#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annotated_articles.h"

namespace pullquote::train {

struct Counts {
  std::uint32_t gold = 0, found = 0, right = 0;
  [[nodiscard]] double precision() const { return found == 0 ? 0 : 100.0 * right / found; }
  [[nodiscard]] double recall() const { return gold == 0 ? 0 : 100.0 * right / gold; }
  [[nodiscard]] double f1() const { return gold + found == 0 ? 0 : 200.0 * right / (gold + found); }
};

/// Strict scores of mentions: span and label must be right, where spans are compared as sets of words, so that a
/// quotation mark, a full stop or a possessive at the edge makes no difference.
class MentionScore {
 public:
  void add(std::string_view text, const std::vector<Marked>& gold, const std::vector<Marked>& found);

  std::array<Counts, kLabelNames.size()> labels;
  Counts boundaries;
  [[nodiscard]] Counts all() const;
  /// People, organisations and places.
  [[nodiscard]] Counts core() const;
};

/// For each found mention, whether it is right by that measure.
[[nodiscard]] std::vector<bool> which_are_right(std::string_view text, const std::vector<Marked>& gold,
                                                const std::vector<Marked>& found);

}  // namespace pullquote::train
