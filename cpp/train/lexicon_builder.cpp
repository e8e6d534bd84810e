#include "lexicon_builder.h"

#include <algorithm>

#include "article_words.h"
#include "model/flag_table.h"
#include "text/unicode.h"

namespace pullquote::train {

namespace {

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = text::decode(text, at);
    if (text::is_letter(c)) return true;
    at += length;
  }
  return false;
}

}  // namespace

void LexiconBuilder::add(std::string_view name, std::uint32_t classes) {
  auto key = text::to_lower(spaced(name));
  if (key.starts_with("the ")) key.erase(0, 4);
  const auto words = 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
  if (!has_letter(key) || words > kMaxWords) return;
  entries_[text::without_accents(key)] |= classes;
  entries_[std::move(key)] |= classes;
}

void LexiconBuilder::mark(std::string_view key, std::uint32_t classes) {
  if (const auto found = entries_.find(key); found != entries_.end()) found->second |= classes;
}

std::uint32_t LexiconBuilder::find(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? 0 : found->second;
}

std::size_t LexiconBuilder::count(std::uint32_t name_class) const {
  return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(),
                                                [&](const auto& entry) { return (entry.second & name_class) != 0; }));
}

std::vector<std::byte> LexiconBuilder::build() const {
  std::vector<std::pair<std::string, std::uint32_t>> entries(entries_.begin(), entries_.end());
  for (const auto& [key, classes] : entries_) {
    for (auto space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1)) {
      entries.emplace_back(key.substr(0, space), features::Lexicon::kPrefix);
    }
  }
  return model::FlagTable::build(std::move(entries));
}

}  // namespace pullquote::train
