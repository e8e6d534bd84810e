#include "name_table.h"

#include <algorithm>

#include "bytes.h"
#include "word_keys.h"

namespace pullquote::gazetteer {

namespace {

constexpr std::uint32_t kGoesOn = 1u << 31;

}  // namespace

std::uint32_t exact_hash(const std::vector<std::uint64_t>& exact_keys, std::size_t first, std::size_t count,
                         std::uint32_t mask) {
  std::uint64_t hash = kNoWords;
  for (std::size_t i = 0; i < count; ++i) {
    if ((mask >> i & 1) != 0) hash = extend(hash, exact_keys[first + i]);
  }
  return static_cast<std::uint32_t>(hash >> 32);
}

// The high half of the product: a hash is spread evenly over any number of slots.
std::size_t NameTable::home(std::uint64_t hash) const {
  const std::uint64_t high = hash >> 32, slots = keys_.size();
  return static_cast<std::size_t>((high * slots) >> 32);
}

NameTable::Node NameTable::find(std::uint64_t hash) const {
  if (keys_.empty()) return {};
  for (auto at = home(hash); keys_[at] != 0; at = at + 1 == keys_.size() ? 0 : at + 1) {
    if (keys_[at] == hash) return {values_[at] & ~kGoesOn, (values_[at] & kGoesOn) != 0, true};
  }
  return {};
}

void NameTable::insert(std::uint64_t hash, std::uint32_t form, bool goes_on) {
  auto at = home(hash);
  while (keys_[at] != 0 && keys_[at] != hash) at = at + 1 == keys_.size() ? 0 : at + 1;
  keys_[at] = hash;
  values_[at] |= form | (goes_on ? kGoesOn : 0);
}

NameTable NameTable::build(std::vector<std::pair<std::uint64_t, Form>> ends, std::vector<std::uint64_t> beginnings) {
  NameTable table;
  std::sort(beginnings.begin(), beginnings.end());
  beginnings.erase(std::unique(beginnings.begin(), beginnings.end()), beginnings.end());
  std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t different = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) different += i == 0 || ends[i].first != ends[i - 1].first ? 1 : 0;
  const auto most = different + beginnings.size();
  // At least one slot stays free, so that every search ends.
  table.keys_.resize(most + most / 3 + 1);
  table.values_.resize(table.keys_.size());
  table.forms_.reserve(ends.size());
  for (const auto hash : beginnings) table.insert(hash, 0, true);
  for (std::size_t i = 0; i < ends.size();) {
    const auto hash = ends[i].first;
    const auto first = table.forms_.size();
    for (; i < ends.size() && ends[i].first == hash; ++i) {
      const auto& form = ends[i].second;
      const auto known = std::any_of(
          table.forms_.begin() + static_cast<std::ptrdiff_t>(first), table.forms_.end(), [&](const Form& other) {
            return other.exact_mask == form.exact_mask && other.exact_hash == form.exact_hash;
          });
      if (known) continue;
      if (table.forms_.size() > first) table.forms_.back().next = static_cast<std::uint32_t>(table.forms_.size()) + 1;
      table.forms_.push_back(form);
    }
    table.insert(hash, static_cast<std::uint32_t>(first) + 1, false);
  }
  return table;
}

void NameTable::write(std::string& out) const {
  write_array<std::uint64_t>(out, keys_);
  write_array<std::uint32_t>(out, values_);
  write_array<Form>(out, forms_);
}

bool NameTable::read(std::string_view& bytes, std::size_t entries) {
  if (!read_array(bytes, keys_) || !read_array(bytes, values_) || !read_array(bytes, forms_)) return false;
  if (keys_.size() != values_.size()) return false;
  if (!keys_.empty() && std::find(keys_.begin(), keys_.end(), 0u) == keys_.end()) return false;
  const auto known = [&](std::uint32_t number) { return number <= forms_.size(); };
  if (!std::all_of(values_.begin(), values_.end(), [&](auto value) { return known(value & ~kGoesOn); })) return false;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    // Forms point forward only, so that no chain goes round.
    if (forms_[i].entry >= entries || !known(forms_[i].next) || (forms_[i].next != 0 && forms_[i].next <= i + 1))
      return false;
  }
  return true;
}

}  // namespace pullquote::gazetteer
