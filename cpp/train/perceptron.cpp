#include "perceptron.h"

#include <algorithm>
#include <cmath>

namespace pullquote::train {

KeyTable::KeyTable() : slots_(1u << 10) {}

// Keys are hashes already. Key 0 marks a free slot and is kept as 1.
std::size_t KeyTable::place(std::uint64_t key) const {
  const auto mask = slots_.size() - 1;
  auto at = static_cast<std::size_t>((key >> 32) ^ key) & mask;
  while (slots_[at].first != 0 && slots_[at].first != key) at = (at + 1) & mask;
  return at;
}

const std::uint32_t* KeyTable::find(std::uint64_t key) const {
  const auto& slot = slots_[place(key == 0 ? 1 : key)];
  return slot.first == 0 ? nullptr : &slot.second;
}

std::uint32_t& KeyTable::operator[](std::uint64_t key) {
  if (key == 0) key = 1;
  if (2 * size_ >= slots_.size()) grow();
  auto& slot = slots_[place(key)];
  if (slot.first == 0) {
    slot.first = key;
    ++size_;
  }
  return slot.second;
}

void KeyTable::grow() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> old(slots_.size() * 2);
  old.swap(slots_);
  for (const auto& slot : old) {
    if (slot.first != 0) slots_[place(slot.first)] = slot;
  }
}

void Perceptron::count(Features features) {
  for (const auto feature : features) ++counts_[feature];
}

void Perceptron::score(Features features, std::span<float> scores) const {
  std::fill(scores.begin(), scores.end(), 0.0F);
  for (const auto feature : features) {
    const auto* place = places_.find(feature);
    if (place == nullptr) continue;
    const auto* row = weights_.data() + (*place - 1) * labels_;
    for (std::size_t label = 0; label < labels_; ++label) scores[label] += row[label];
  }
}

void Perceptron::learn(Features features, std::size_t right, std::size_t wrong) {
  for (const auto feature : features) {
    const auto* count = counts_.find(feature);
    if (count == nullptr || *count < min_count_) continue;
    auto& place = places_[feature];
    if (place == 0) {
      weights_.resize(weights_.size() + labels_);
      sums_.resize(weights_.size());
      place = static_cast<std::uint32_t>(weights_.size() / labels_);
    }
    const auto row = (place - 1) * labels_;
    weights_[row + right] += 1;
    sums_[row + right] += now_;
    weights_[row + wrong] -= 1;
    sums_[row + wrong] -= now_;
  }
}

std::vector<Perceptron::Row> Perceptron::rows(std::size_t most) const {
  struct Ranked {
    double worth;
    Row row;
  };
  std::vector<Ranked> ranked;
  places_.each([&](std::uint64_t feature, std::uint32_t place) {
    Row row{feature, std::vector<float>(labels_)};
    float largest = 0;
    for (std::size_t label = 0; label < labels_; ++label) {
      const auto at = (place - 1) * labels_ + label;
      const auto mean = static_cast<float>(weights_[at] - sums_[at] / now_);
      row.second[label] = mean;
      largest = std::max(largest, std::abs(mean));
    }
    // A large weight that hardly ever counts is worth less than a small one that often does.
    if (largest > 0) ranked.push_back({largest * std::log1p(*counts_.find(feature)), std::move(row)});
  });
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.row.first < b.row.first;
  });
  if (ranked.size() > most) ranked.resize(most);
  std::vector<Row> rows;
  rows.reserve(ranked.size());
  for (auto& entry : ranked) rows.push_back(std::move(entry.row));
  return rows;
}

}  // namespace pullquote::train
