#include <limits>
#include <unordered_map>
#include <utility>

#include "gazetteer_impl.h"
#include "pullquote/gazetteer.h"
#include "text/text.h"
#include "tokens/tokens.h"
#include "word_keys.h"

namespace pullquote {

namespace {

constexpr std::size_t kShown = 80;  // bytes of a name that an error shows

[[noreturn]] void fail_name(std::string what, std::string_view name) {
  throw Error(ErrorCode::kInvalidName, std::move(what), std::string(name.substr(0, kShown)), "");
}

}  // namespace

struct GazetteerBuilder::Draft {
  std::shared_ptr<Gazetteer::Impl> impl = std::make_shared<Gazetteer::Impl>();
  std::vector<std::pair<std::uint64_t, gazetteer::Form>> ends;
  std::vector<std::uint64_t> beginnings;
  std::unordered_map<std::uint64_t, std::uint32_t> by_id;  // hash of label and id to entry

  // Reused from name to name.
  std::vector<std::uint64_t> exact;
  std::vector<std::uint64_t> folded;
  std::uint32_t mask = 0;

  void begin() {
    exact.clear();
    folded.clear();
    mask = 0;
  }

  void take(std::string_view words, bool any_case) {
    const text::Text text(words);
    for (const auto& token : tokens::tokens_of(text)) {
      const auto word = text.view({token.begin, token.end});
      if (exact.size() < GazetteerBuilder::kMostWords && !any_case) mask |= 1u << exact.size();
      exact.push_back(gazetteer::exact_key(word, token.kind));
      folded.push_back(gazetteer::folded_key(word, token.kind));
    }
  }

  void end(std::uint32_t entry, std::string_view shown) {
    if (exact.empty()) fail_name("a name without a word", shown);
    if (exact.size() > GazetteerBuilder::kMostWords) {
      fail_name("a name of more than " + std::to_string(GazetteerBuilder::kMostWords) + " words and signs", shown);
    }
    auto hash = gazetteer::kNoWords;
    for (std::size_t i = 0; i < folded.size(); ++i) {
      if (i > 0) beginnings.push_back(hash);
      hash = gazetteer::extend(hash, folded[i]);
    }
    gazetteer::Form form{.entry = entry, .exact_mask = mask};
    form.exact_hash = gazetteer::exact_hash(exact, 0, exact.size(), mask);
    ends.emplace_back(hash, form);
  }
};

GazetteerBuilder::GazetteerBuilder() : draft_(std::make_unique<Draft>()) {}
GazetteerBuilder::~GazetteerBuilder() = default;
GazetteerBuilder::GazetteerBuilder(GazetteerBuilder&&) noexcept = default;
GazetteerBuilder& GazetteerBuilder::operator=(GazetteerBuilder&&) noexcept = default;

std::uint32_t GazetteerBuilder::add_entry(const GazetteerEntry& entry) {
  auto& impl = *draft_->impl;
  const auto number = static_cast<std::uint32_t>(impl.labels.size());
  if (!entry.id.empty()) {
    const auto key = model::mix(model::hash64(entry.id), static_cast<std::uint64_t>(entry.label));
    const auto [known, is_new] = draft_->by_id.emplace(key, number);
    if (!is_new) return known->second;
  }
  if (impl.strings.size() + entry.name.size() + entry.id.size() > std::numeric_limits<std::uint32_t>::max()) {
    fail_name("all names and ids together have more than 4 GiB", entry.name);
  }
  impl.labels.push_back(static_cast<std::uint8_t>(entry.label));
  for (const auto* const string : {&entry.name, &entry.id}) {
    impl.strings += *string;
    impl.ends.push_back(static_cast<std::uint32_t>(impl.strings.size()));
  }
  return number;
}

void GazetteerBuilder::add_name(std::uint32_t entry, std::string_view name) {
  draft_->begin();
  draft_->take(name, false);
  draft_->end(entry, name);
}

void GazetteerBuilder::add_name(std::uint32_t entry, std::span<const GazetteerWord> words) {
  draft_->begin();
  for (const auto& word : words) draft_->take(word.text, word.any_case);
  draft_->end(entry, words.empty() ? std::string_view() : std::string_view(words.front().text));
}

void GazetteerBuilder::add_pattern(std::uint32_t entry, std::string_view pattern) {
  draft_->impl->patterns.add(pattern, entry);
}

Gazetteer GazetteerBuilder::build() && {
  auto draft = std::exchange(draft_, std::make_unique<Draft>());
  Gazetteer gazetteer;
  if (draft->impl->labels.empty()) return gazetteer;
  draft->impl->names = gazetteer::NameTable::build(std::move(draft->ends), std::move(draft->beginnings));
  draft->impl->patterns.finish();
  draft->impl->strings.shrink_to_fit();
  draft->impl->ends.shrink_to_fit();
  gazetteer.impl_ = std::move(draft->impl);
  return gazetteer;
}

}  // namespace pullquote
