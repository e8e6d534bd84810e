#include <algorithm>
#include <cstdlib>

#include "model/hash.h"
#include "quotes/tagging.h"

namespace pullquote::quotes {

using features::Clusters;
using model::mix;

namespace {

constexpr std::uint32_t kMarkReach = 12;  // tokens to look for the nearest quotation

std::uint64_t distance_class(std::uint32_t distance) {
  return distance <= 4 ? distance : distance <= 7 ? 5 : distance <= kMarkReach ? 6 : 7;
}

std::uint64_t short_path(const Fact& fact) { return Clusters::prefix(fact.cluster, 6); }

}  // namespace

void part_word_features(const Fact& word, int place, Features& out) {
  // A number for each template and place.
  const auto add = [&](std::uint64_t name, std::uint64_t value) {
    out.push_back(mix(100 * name + static_cast<std::uint64_t>(place + 10), value));
  };
  const auto far = std::abs(place);
  if (far <= 2) add(1, word.word);
  if (far != 2) add(2, word.cluster);
  if (far != 0) return;
  add(3, word.stem);
  add(4, word.suffix);
  add(5, Clusters::prefix(word.cluster, 10));
}

void part_context_features(const Reading& reading, tokens::TokenRange section, std::uint32_t token, Features& out) {
  const auto at = [&](int offset) -> const Fact& {
    const auto place = static_cast<std::int64_t>(token) + offset;
    if (place < section.first || place >= section.last) return kEdge;
    return reading[static_cast<std::uint32_t>(place)];
  };
  Templates templates(0, out);
  const auto add = [&](auto... values) { templates.add(values...); };
  const auto& f = at(0);
  const auto &p1 = at(-1), &n1 = at(1), &p2 = at(-2), &n2 = at(2);

  add(0);
  add(f.word, n1.word);
  add(f.shape, p1.shape, n1.shape);
  add(short_path(p1), f.stem);
  add(f.stem, short_path(n1));
  add(short_path(p1), short_path(f), short_path(n1));
  add(short_path(p2), short_path(p1), short_path(f));
  add(short_path(f), short_path(n1), short_path(n2));
  add(f.entity, p1.entity, n1.entity);
  add(p1.entity, f.stem);
  add(n1.entity, f.stem);
  add(f.mark, p1.mark, n1.mark);
  add(f.mark, f.word);

  // The nearest quotation before and after, in the sentence's neighbourhood.
  std::uint32_t before = 1, after = 1;
  while (before <= kMarkReach && token >= section.first + before && reading[token - before].mark != 3) ++before;
  while (after <= kMarkReach && token + after < section.last && reading[token + after].mark != 2) ++after;
  const auto since = token >= section.first + before ? distance_class(before) : 7;
  const auto until = token + after < section.last ? distance_class(after) : 7;
  add(f.mark, since, until);
  add(f.mark, since, f.stem);
  add(f.mark, until, f.stem);
  add(f.mark, since, short_path(f), short_path(p1));
  add(f.mark, until, short_path(f), short_path(n1));

  const auto& sentence = reading.text.sentences[f.sentence];
  const auto from_start = std::min(token - sentence.tokens.first, 3u);
  const auto to_end = std::min(sentence.tokens.last - token, 3u);
  add(from_start, to_end, f.shape);
  add(static_cast<unsigned>(reading.text.sections[sentence.section].kind), sentence.tokens.first == section.first);

  if (f.tag == 0) return;
  add(f.tag);
  add(p1.tag, f.tag, n1.tag);
  add(p2.tag, p1.tag, f.tag);
  add(f.tag, n1.tag, n2.tag);
  add(f.tag, f.stem);
  add(f.tag, f.mark, since, until);
  if (f.relation == 0) return;
  add(f.relation, f.tag);
  add(f.relation, f.stem);
  add(f.children, f.tag);
  add(f.children, f.stem);
  add(f.children, f.cluster);
  if (f.head == kNone) return;
  const auto& head = reading[f.head];
  const bool left = f.head < token;
  add(f.relation, head.stem, left);
  add(f.relation, head.cluster, left);
  add(f.relation, head.relation, head.tag, left);
}

void part_features(const Reading& reading, tokens::TokenRange section, std::uint32_t token, Features& out) {
  constexpr auto kReach = static_cast<std::int64_t>(kPartReach);
  for (auto place = -kReach; place <= kReach; ++place) {
    const auto at = token + place;
    const bool inside = at >= section.first && at < section.last;
    part_word_features(inside ? reading[static_cast<std::uint32_t>(at)] : kEdge, static_cast<int>(place), out);
  }
  part_context_features(reading, section, token, out);
}

}  // namespace pullquote::quotes
