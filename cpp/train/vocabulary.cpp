#include "vocabulary.h"

#include <algorithm>
#include <numeric>

namespace pullquote::train {

Vocabulary number_features(const std::vector<CrfSequence>& sequences, std::uint32_t min_count) {
  Vocabulary vocabulary;
  std::vector<std::uint64_t> all;
  all.reserve(std::accumulate(sequences.begin(), sequences.end(), std::size_t{0},
                              [](std::size_t sum, const auto& sequence) { return sum + sequence.features.size(); }));
  for (const auto& sequence : sequences) all.insert(all.end(), sequence.features.begin(), sequence.features.end());
  std::sort(all.begin(), all.end());
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end] == all[begin]) ++end;
    if (end - begin >= min_count) vocabulary.features.push_back(all[begin]);
  }
  // A table over the upper bits says where to start, since features are hashes and lie evenly.
  const auto& known = vocabulary.features;
  constexpr int kBits = 20;
  std::vector<std::size_t> start((std::size_t{1} << kBits) + 1, known.size());
  for (auto i = known.size(); i-- > 0;) start[known[i] >> (64 - kBits)] = i;
  for (auto i = start.size() - 1; i-- > 0;) start[i] = std::min(start[i], start[i + 1]);
  for (const auto& sequence : sequences) {
    auto& numbers = vocabulary.numbers.emplace_back();
    numbers.reserve(sequence.features.size());
    for (const auto feature : sequence.features) {
      const auto bucket = feature >> (64 - kBits);
      const auto first = known.begin() + static_cast<std::ptrdiff_t>(start[bucket]);
      const auto last = known.begin() + static_cast<std::ptrdiff_t>(start[bucket + 1]);
      const auto found = std::lower_bound(first, last, feature);
      numbers.push_back(found != last && *found == feature ? static_cast<std::uint32_t>(found - known.begin())
                                                           : kLeftOut);
    }
  }
  return vocabulary;
}

}  // namespace pullquote::train
