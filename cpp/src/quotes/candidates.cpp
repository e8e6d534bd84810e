#include "quotes/candidates.h"

#include <algorithm>

#include "grammar.h"
#include "model/hash.h"
#include "model/relay.h"
#include "model/window_cache.h"

namespace pullquote::quotes {

namespace {

constexpr float kLeastCue = 0.2F;
// Marks in a sentence are somebody's words, and what attributes them may be a verb that hardly ever does.
constexpr float kLeastCueBesideQuotation = 0.03F;
constexpr std::size_t kCacheSlots = 8192;

}  // namespace

std::vector<Opinion> read_parts(const Reading& reading, const model::Crf& parts) {
  using Cache = model::WindowCache<kParts, 2 * kPartReach + 1>;
  thread_local model::ThreadCache<Cache> cache(kCacheSlots);
  const auto& weights = parts.weights();
  std::vector<Opinion> opinions(reading.size());
  Features features;
  model::Relay relay(weights);
  std::vector<Cache::Scores> words;
  std::vector<std::int32_t> emissions;
  std::vector<float> marginals;
  for (const auto& section : reading.text.sections) {
    const auto first = section.tokens.first, last = section.tokens.last, size = section.tokens.size();
    const auto fact = [&](std::uint32_t word) -> const Fact& {
      return word < kPartReach || word - kPartReach >= size ? kEdge : reading[first + word - kPartReach];
    };
    words.assign(size, {});
    model::sum_windows(
        *cache, weights.number(), size,
        [&](std::uint32_t word) { return model::mix(fact(word).word, fact(word).cluster); },
        [&](std::uint32_t word, int place, auto scores) {
          features.clear();
          part_word_features(fact(word), place, features);
          weights.add(features.all(), scores);
        },
        [](std::uint32_t) { return true; }, std::span(words));
    emissions.assign(size * kParts, 0);
    for (auto i = first; i < last; ++i) {
      const auto scores = std::span(emissions).subspan((i - first) * kParts, kParts);
      std::copy_n(words[i - first].begin(), kParts, scores.begin());
      part_context_features(reading, section.tokens, i, relay.next());
      relay.add(scores);
    }
    relay.finish();
    parts.marginals(emissions, marginals);
    for (auto i = section.tokens.first; i < section.tokens.last; ++i) {
      const auto* m = marginals.data() + (i - section.tokens.first) * kParts;
      opinions[i] = {.cue = m[kCueFirst] + m[kCueNext],
                     .source = m[kSourceFirst] + m[kSourceNext],
                     .content = m[kContentFirst] + m[kContentNext],
                     .best = static_cast<Part>(std::max_element(m, m + kParts) - m)};
    }
  }
  return opinions;
}

namespace {

// "WALLACE: …" and "“…” — Maria Lopez": a colon or dash that does a verb's work.
bool names_a_speaker(const Reading& reading, std::uint32_t token) {
  constexpr std::uint32_t kLongestLabel = 8;
  const auto& text = reading.text;
  const auto section = text.sections[reading.section_of(token)].tokens;
  const auto word = text.word(token);
  if (word == ":") {
    if (token == section.first || token > section.first + kLongestLabel || token + 1 >= section.last) return false;
    for (auto i = section.first; i < token; ++i) {
      if (text.tokens[i].upper || text.tokens[i].kind == tokens::TokenKind::kPunctuation) continue;
      return false;
    }
    return true;
  }
  if (!is_dash(word)) return false;
  if (token + 1 >= section.last || token + 1 + kLongestLabel < section.last || !text.tokens[token + 1].upper) {
    return false;
  }
  return token == section.first || reading[token - 1].mark == 3;
}

}  // namespace

std::vector<std::uint32_t> candidate_cues(const Reading& reading, std::span<const Opinion> opinions) {
  std::vector<std::uint32_t> cues;
  std::vector<bool> quoting(reading.text.sentences.size());
  for (std::uint32_t i = 0; i < reading.size(); ++i) {
    if (reading[i].mark != 0) quoting[reading[i].sentence] = true;
  }
  const auto may_be = [&](std::uint32_t i) {
    const bool beside = reading[i].mark == 0 && quoting[reading[i].sentence];
    return opinions[i].cue >= (beside ? kLeastCueBesideQuotation : kLeastCue);
  };
  const auto weight = [&](std::uint32_t i) { return opinions[i].cue * (reading.weak(i) ? 0.4F : 1.0F); };
  for (std::uint32_t i = 0; i < opinions.size();) {
    if (!may_be(i)) {
      if (reading.text.tokens[i].kind == tokens::TokenKind::kPunctuation && names_a_speaker(reading, i)) {
        cues.push_back(i);
      }
      ++i;
      continue;
    }
    auto best = i, end = i + 1;
    while (end < opinions.size() && may_be(end) && opinions[end].best != kCueFirst) {
      if (weight(end) > weight(best) + 0.02F) best = end;
      ++end;
    }
    cues.push_back(best);
    i = end;
  }
  return cues;
}

}  // namespace pullquote::quotes
