#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>

#include "model/bytes.h"
#include "model/multiply_high.h"
#include "model/weights.h"
#include "weights_bucket.h"

// Adding to a table of weights in place. It does not hold the hashes of its features whole, so it cannot be laid out
// anew; but it has room: a slot in eight is free, and there a feature that it did not know goes, by the same rules by
// which `build` lays features out, and with the same marks for look-ups to follow.

namespace pullquote::model {

namespace {

constexpr int kLargest = std::numeric_limits<std::int8_t>::max();

struct Change {
  std::uint64_t feature = 0;
  std::vector<int> weights;
  int largest = 0;
};

// Those that do most come first, for they are to find room.
std::vector<Change> quantise(const std::vector<Weights::Row>& rows, std::size_t width, float scale) {
  std::vector<Change> changes;
  for (const auto& [feature, weights] : rows) {
    if (weights.size() != width) throw std::invalid_argument("a row has another width than the table");
    Change change{.feature = feature, .weights = {}, .largest = 0};
    for (const auto weight : weights) {
      // Twice the largest, so that a weight can go from one end to the other.
      const auto units = std::clamp(weight / scale, -2.0F * kLargest, 2.0F * kLargest);
      change.weights.push_back(static_cast<int>(std::lround(units)));
      change.largest = std::max(change.largest, std::abs(change.weights.back()));
    }
    if (change.largest > 0) changes.push_back(std::move(change));
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return a.largest != b.largest ? a.largest > b.largest : a.feature < b.feature;
  });
  return changes;
}

}  // namespace

std::vector<std::byte> Weights::adapted(std::span<const std::byte> bytes, const std::vector<Row>& rows,
                                        std::string_view name) {
  std::vector<std::byte> out(bytes.begin(), bytes.end());
  const Weights weights(out, name);  // sees what is changed below
  const auto& table = weights.table_;
  auto* const buckets = out.data() + (table.buckets - out.data());
  auto* const first = buckets + (reinterpret_cast<const std::byte*>(table.rows) - table.buckets);
  std::uint64_t known = weights.size();
  for (const auto& change : quantise(rows, table.width, weights.scale())) {
    const auto own = table.find(change.feature);
    const bool is_new = own == Table::kNowhere;
    const auto slot =
        is_new ? take_slot(buckets, multiply_high(change.feature, table.count), change.feature) : std::optional(own);
    if (!slot) continue;
    auto* const row = first + *slot * (table.width + 1);
    if (is_new) {
      std::fill_n(row, table.width, std::byte{0});
      row[table.width] = static_cast<std::byte>(check_of(change.feature));
      ++known;
    }
    for (std::size_t i = 0; i < table.width; ++i) {
      const auto sum = static_cast<std::int8_t>(row[i]) + change.weights[i];
      row[i] = static_cast<std::byte>(std::clamp(sum, -kLargest, kLargest));
    }
  }
  store<std::uint64_t>(out, kRowsAt, known);
  return out;
}

}  // namespace pullquote::model
