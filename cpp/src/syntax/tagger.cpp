#include "syntax/tagger.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "model/best_label.h"

namespace pullquote::syntax {

namespace {

using features::Clusters;

// Outside the sentence: unlike every word, which has bytes.
constexpr LexicalWord kNoWord{.word = 0x5EED, .shape = 1};
constexpr std::uint64_t kNoTag = 63;
constexpr std::int16_t kNever = std::numeric_limits<std::int16_t>::min();
constexpr std::size_t kCacheSlots = 4096;

// As LexicalWord keeps the end of a word: the last byte lowest.
constexpr std::uint32_t ending(std::string_view letters) {
  std::uint32_t bytes = 0;
  for (const auto letter : letters) bytes = bytes << 8 | static_cast<unsigned char>(letter);
  return bytes;
}

/// Whether the word may be a verb in "-ing", as "goin" and the "gon" of "gonna" are; few pasts that a treebank has too
/// seldom ("sprang") are not taken for one.
bool may_end_in_ing(const LexicalWord& word) {
  return word.suffix(3) == ending("ing") || word.suffix(2) == ending("in") || word.tail == ending("gon");
}

}  // namespace

void tag_word_features(const LexicalWord& word, int place, FeatureList& f) {
  f.start(static_cast<std::uint64_t>(place + 3));
  switch (place) {
    case -2:
      f.add(word.word, 0);
      return;
    case -1:
      f.add(word.cluster);
      return;
    case 0:
      f.add(word.word, word.shape);
      for (const int bytes : {1, 2, 4}) f.add(word.suffix(bytes));
      f.add(pack<32>(word.suffix(3), word.shape));
      for (const int bytes : {1, 4}) f.add(word.prefix(bytes));
      f.add(word.cluster);
      for (const int bits : {10, 6, 4}) f.add(Clusters::prefix(word.cluster, bits));
      return;
    case 1:
      f.add(word.word, 0);
      f.add(word.suffix(2));
      f.add(word.shape);
      return;
    default:
      return;
  }
}

void tag_context_features(const TagContext& context, std::size_t at, std::span<const Tag> before, FeatureList& f) {
  const auto words = context.words;
  const auto& word = words[at];
  const auto& last = at >= 1 ? words[at - 1] : kNoWord;
  const auto& next = at + 1 < words.size() ? words[at + 1] : kNoWord;
  const auto& next2 = at + 2 < words.size() ? words[at + 2] : kNoWord;
  const auto tag1 = at >= 1 ? static_cast<std::uint64_t>(before[at - 1]) : kNoTag;
  const auto tag2 = at >= 2 ? static_cast<std::uint64_t>(before[at - 2]) : kNoTag;
  const auto place = (at == 0 ? 1u : 0u) | (context.capitalised ? 2u : 0u);
  const auto short10 = [](const LexicalWord& w) { return Clusters::prefix(w.cluster, 10); };
  const auto short6 = [](const LexicalWord& w) { return Clusters::prefix(w.cluster, 6); };
  f.start(0);
  f.add(pack<32>(word.shape, place));
  f.add(tag1);
  f.add(pack<8>(tag1, tag2));
  f.add(word.word, tag1);
  f.add(word.word, next.word, 0);
  f.add(pack<32>(word.cluster, next.cluster));
  f.add(pack<32>(short10(word), short10(next2)));
  f.add(pack<8>(short6(last), short6(word), short6(next)));
}

void tag_features(const TagContext& context, std::size_t at, std::span<const Tag> before, FeatureList& f) {
  f.clear();
  tag_context_features(context, at, before, f);
  for (int place = -2; place <= 2; ++place) {
    const auto word = static_cast<std::int64_t>(at) + place;
    const bool inside = word >= 0 && word < static_cast<std::int64_t>(context.words.size());
    tag_word_features(inside ? context.words[static_cast<std::size_t>(word)] : kNoWord, place, f);
  }
}

void SentenceTagger::run(const TagContext& context, std::span<Tag> tags) {
  thread_local model::ThreadCache<Cache> cache(kCacheSlots);
  const auto words = context.words;
  const auto size = static_cast<std::uint32_t>(words.size());
  const auto word_at = [&](std::uint32_t number) -> const LexicalWord& {
    return number < kTagReach || number - kTagReach >= size ? kNoWord : words[number - kTagReach];
  };
  sums_.assign(size, {});
  model::sum_windows(
      *cache, weights_.number(), size,
      [&](std::uint32_t number) {
        const auto& word = word_at(number);
        return model::mix(model::mix(word.word, word.shape), word.cluster);
      },
      [&](std::uint32_t number, int place, auto out) {
        features_.clear();
        tag_word_features(word_at(number), place, features_);
        const auto scores = weights_.sum(features_.all());
        std::copy_n(scores.begin(), kTags, out.begin());
      },
      [](std::uint32_t) { return true; }, std::span(sums_));
  for (std::size_t i = 0; i < size; ++i) {
    features_.clear();
    tag_context_features(context, i, tags.first(i), features_);
    auto scores = weights_.sum(features_.all());
    for (std::size_t tag = 0; tag < kTags; ++tag) scores[tag] = static_cast<std::int16_t>(scores[tag] + sums_[i][tag]);
    if (!may_end_in_ing(words[i])) scores[static_cast<std::size_t>(Tag::kVerbIng)] = kNever;
    tags[i] = static_cast<Tag>(model::best_label<kTags>(scores));
  }
}

}  // namespace pullquote::syntax
