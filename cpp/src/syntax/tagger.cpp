#include "syntax/tagger.h"

#include <algorithm>

namespace pullquote::syntax {

namespace {

using features::Clusters;

// Outside the sentence: unlike every word, which has bytes.
constexpr LexicalWord kNothing{.word = 0x5EED, .shape = 1};
constexpr std::uint64_t kNoTag = 63;

}  // namespace

void tag_features(const TagContext& context, std::size_t at, std::span<const Tag> before, FeatureList& f) {
  const auto words = context.words;
  const auto& word = words[at];
  const auto& last = at >= 1 ? words[at - 1] : kNothing;
  const auto& last2 = at >= 2 ? words[at - 2] : kNothing;
  const auto& next = at + 1 < words.size() ? words[at + 1] : kNothing;
  const auto& next2 = at + 2 < words.size() ? words[at + 2] : kNothing;
  const auto tag1 = at >= 1 ? static_cast<std::uint64_t>(before[at - 1]) : kNoTag;
  const auto tag2 = at >= 2 ? static_cast<std::uint64_t>(before[at - 2]) : kNoTag;
  const auto place = (at == 0 ? 1u : 0u) | (context.capitalised ? 2u : 0u);
  const auto short10 = [](const LexicalWord& w) { return Clusters::prefix(w.cluster, 10); };
  const auto short6 = [](const LexicalWord& w) { return Clusters::prefix(w.cluster, 6); };

  f.clear();
  // The word itself.
  f.add(word.word, word.shape);
  for (const int bytes : {1, 2, 4}) f.add(word.suffix(bytes));
  f.add(pack<32>(word.suffix(3), word.shape));
  for (const int bytes : {1, 4}) f.add(word.prefix(bytes));
  f.add(pack<32>(word.shape, place));
  f.add(word.cluster);
  f.add(short10(word));
  f.add(short6(word));
  f.add(Clusters::prefix(word.cluster, 4));
  // What came before.
  f.add(tag1);
  f.add(pack<8>(tag1, tag2));
  f.add(word.word, tag1);
  f.add(last.cluster);
  f.add(last2.word, 0);
  // What comes next.
  f.add(next.word, 0);
  f.add(word.word, next.word, 0);
  f.add(pack<32>(word.cluster, next.cluster));
  f.add(pack<32>(short10(word), short10(next2)));
  f.add(pack<8>(short6(last), short6(word), short6(next)));
  f.add(next.suffix(2));
  f.add(next.shape);
}

void SentenceTagger::run(const TagContext& context, std::span<Tag> tags) {
  for (std::size_t i = 0; i < context.words.size(); ++i) {
    tag_features(context, i, tags.first(i), features_);
    const auto scores = weights_.sum(features_.all());
    tags[i] = static_cast<Tag>(std::max_element(scores.begin(), scores.begin() + kTags) - scores.begin());
  }
}

}  // namespace pullquote::syntax
