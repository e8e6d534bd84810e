#include <algorithm>
#include <utility>

#include "quotes/candidates.h"

// Which of the candidates are the answer.

namespace pullquote::quotes {

namespace {

// What an answer must be worth, in confidence: as much as the least that extraction asks for.
constexpr float kCost = 0.3F;

/// The candidates that are kept, and what they take of the text.
class Selection {
 public:
  explicit Selection(const std::vector<Candidate>& candidates) : candidates_(candidates), kept_(candidates.size()) {
    std::uint32_t end = 0;
    for (const auto& c : candidates) end = std::max({end, c.content.back() + 1, c.anchor + 1});
    told_.resize(end);
    cue_taken_.resize(end);
  }

  [[nodiscard]] bool is_kept(std::size_t index) const { return kept_[index]; }
  /// Whether its cue is free, and most of its content.
  [[nodiscard]] bool has_room(std::size_t index) const {
    const auto& content = candidates_[index].content;
    if (cue_taken_[candidates_[index].anchor]) return false;
    const auto shared = std::count_if(content.begin(), content.end(), [&](auto token) { return told_[token] > 0; });
    return 3 * static_cast<std::size_t>(shared) <= content.size();
  }
  void keep(std::size_t index) { set(index, true); }
  void drop(std::size_t index) { set(index, false); }

 private:
  void set(std::size_t index, bool kept) {
    kept_[index] = kept;
    cue_taken_[candidates_[index].anchor] = kept;
    for (const auto token : candidates_[index].content) told_[token] += kept ? 1 : -1;
  }

  const std::vector<Candidate>& candidates_;
  std::vector<bool> kept_, cue_taken_;
  std::vector<std::int32_t> told_;  // by how many contents each token is taken
};

/// "Said they would review it and warned the banks": with the reading that ends at "and", there is room for what
/// "warned" attributes. Puts another reading of the same cue and a second attribution in the place of a kept one where
/// both are worth more.
void make_room(const std::vector<Candidate>& candidates, float least, std::size_t index, Selection& selection) {
  constexpr std::size_t kReach = 64;  // candidates in the order of the text; what is in the way is near
  const auto begin = index > kReach ? index - kReach : 0, end = std::min(candidates.size(), index + kReach);
  selection.drop(index);
  auto most = candidates[index].confidence - kCost;
  auto first = index, second = index;
  for (auto other = begin; other < end; ++other) {
    const auto& reading = candidates[other];
    if (other == index || reading.anchor != candidates[index].anchor) continue;
    if (reading.confidence < least || !selection.has_room(other)) continue;
    selection.keep(other);
    for (auto added = begin; added < end; ++added) {
      const auto worth = reading.confidence + candidates[added].confidence - 2 * kCost;
      if (worth <= most || candidates[added].confidence < least || !selection.has_room(added)) continue;
      most = worth, first = other, second = added;
    }
    selection.drop(other);
  }
  selection.keep(first);
  if (second != index) selection.keep(second);
}

}  // namespace

std::vector<Candidate> select(std::vector<Candidate> attributions, float least) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    if (attributions[i].confidence >= least) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return attributions[a].confidence > attributions[b].confidence; });
  Selection selection(attributions);
  for (const auto i : order) {
    if (selection.has_room(i)) selection.keep(i);
  }
  for (const auto i : order) {
    if (selection.is_kept(i)) make_room(attributions, least, i, selection);
  }
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    if (selection.is_kept(i)) out.push_back(std::move(attributions[i]));
  }
  return out;
}

}  // namespace pullquote::quotes
