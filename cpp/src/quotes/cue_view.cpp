#include <algorithm>
#include <array>

#include "model/hash.h"
#include "quotes/tagging.h"

namespace pullquote::quotes {

using features::Clusters;
using model::mix;
using tokens::TokenKind;
using tokens::TokenRange;

namespace {

constexpr std::uint32_t kReach = 40;         // tokens asked about on either side of a cue
constexpr std::uint32_t kQuotationEnds = 3;  // of a quotation, with its mark, that are asked about

const Fact kEdge{.word = 1, .stem = 1, .suffix = 1, .cluster = 0, .shape = 0xff};

std::uint64_t distance_class(std::int32_t distance) {
  const auto size = static_cast<std::uint32_t>(std::abs(distance));
  const auto bucket = size <= 5 ? size : size <= 7 ? 6u : size <= 10 ? 7u : size <= 15 ? 8u : size <= 25 ? 9u : 10u;
  return distance < 0 ? 16 + bucket : bucket;
}

std::uint64_t level(float probability) {
  return probability < 0.03F   ? 0
         : probability < 0.15F ? 1
         : probability < 0.4F  ? 2
         : probability < 0.7F  ? 3
         : probability < 0.93F ? 4
                               : 5;
}

bool is_char(const Reading& reading, std::uint32_t token, char c) {
  const auto word = reading.text.word(token);
  return word.size() == 1 && word[0] == c;
}

}  // namespace

CueView::CueView(const Reading& reading, std::span<const Opinion> opinions, std::span<const std::uint32_t> cues,
                 std::uint32_t cue)
    : reading_(reading),
      opinions_(opinions),
      cues_(cues),
      cue_(cue),
      section_(reading.text.sections[reading.section_of(cue)].tokens) {
  choose_tokens();
  measure();
  find_paths();
}

void CueView::choose_tokens() {
  const auto own = reading_[cue_].quotation;
  const auto quotations = reading_.quotations();
  const auto elided = [&](std::uint32_t token) {
    const auto q = reading_[token].quotation;
    if (q == kNone || q == own) return false;
    const auto range = quotations[q].tokens;
    return token >= range.first + kQuotationEnds && token + kQuotationEnds < range.last;
  };
  std::uint32_t first = cue_;
  auto start = section_.first;
  // "“…”" and, in the next line, "— Maria Lopez".
  if (cue_ == start && start > 0 && reading_[start - 1].mark == 3) {
    start = quotations[reading_[start - 1].quotation].tokens.first;
  }
  for (std::uint32_t left = kReach; left > 0 && first > start; --left) {
    --first;
    tokens_.push_back(first);
    if (elided(first)) {
      tokens_.pop_back();
      first = quotations[reading_[first].quotation].tokens.first + kQuotationEnds;
    }
  }
  std::reverse(tokens_.begin(), tokens_.end());
  place_ = static_cast<std::uint32_t>(tokens_.size());
  tokens_.push_back(cue_);
  auto last = section_.last;
  std::uint32_t next = cue_ + 1;
  std::uint32_t left = kReach;
  for (; left > 0 && next < last; --left, ++next) {
    if (elided(next)) next = quotations[reading_[next].quotation].tokens.last - kQuotationEnds;
    tokens_.push_back(next);
    // What a cue announces may be the quotation that makes up the next paragraph, and those that carry it on.
    if (next + 1 == last) last = next_quotation(last);
  }
}

std::uint32_t CueView::next_quotation(std::uint32_t end) const {
  if (end >= reading_.size() || reading_[end].mark != 2) return end;
  const auto& quotation = reading_.quotations()[reading_[end].quotation];
  const bool announced = reading_[end].sentence <= reading_[cue_].sentence + 1;
  return announced || quotation.continues ? quotation.tokens.last : end;
}

void CueView::measure() {
  between_.resize(tokens_.size());
  const auto walk = [&](std::int32_t step) {
    Between seen;
    std::uint32_t last_sentence = reading_[cue_].sentence;
    std::uint32_t last_quotation = reading_[cue_].quotation;
    for (auto i = static_cast<std::int64_t>(place_) + step; i >= 0 && i < static_cast<std::int64_t>(tokens_.size());
         i += step) {
      const auto token = tokens_[static_cast<std::size_t>(i)];
      const auto& fact = reading_[token];
      if (fact.sentence != last_sentence) seen.stops = static_cast<std::uint8_t>(std::min(seen.stops + 1, 3));
      if (fact.quotation != last_quotation && fact.quotation != kNone) {
        seen.marks = static_cast<std::uint8_t>(std::min(seen.marks + 1, 3));
      }
      last_sentence = fact.sentence;
      last_quotation = fact.quotation;
      between_[static_cast<std::size_t>(i)] = seen;
      if (fact.mark != 0 && fact.mark != 3) continue;
      const auto kind = reading_.text.tokens[token].kind;
      if (is_char(reading_, token, ',')) {
        seen.commas = static_cast<std::uint8_t>(std::min(seen.commas + 1, 3));
      } else if (kind == TokenKind::kPunctuation) {
        seen.colons = static_cast<std::uint8_t>(std::min(seen.colons + 1, 2));
      }
      if (opinions_[token].cue > 0.3F && step * (static_cast<std::int64_t>(token) - cue_) > 1) {
        seen.others = static_cast<std::uint8_t>(std::min(seen.others + 1, 2));
      }
    }
  };
  walk(-1);
  walk(1);

  // How the cue's clause is set off: what punctuation is nearest on each side, and whether it is next to the cue.
  const auto punctuation = [&](std::int32_t step) -> std::uint64_t {
    std::uint64_t distance = 0;
    for (auto i = static_cast<std::int64_t>(place_) + step;
         i >= 0 && i < static_cast<std::int64_t>(tokens_.size()) && distance < 8; i += step, ++distance) {
      const auto token = tokens_[static_cast<std::size_t>(i)];
      const auto& fact = reading_[token];
      if (fact.sentence != reading_[cue_].sentence) return mix(1, distance == 0);
      if (fact.mark == 2 || fact.mark == 3) return mix(2 + (fact.mark == 2), distance == 0);
      if (reading_.text.tokens[token].kind == TokenKind::kPunctuation) return mix(fact.word, distance == 0);
    }
    return distance == 8 ? 5 : 4;
  };
  signature_ = mix(punctuation(-1), punctuation(1));
}

void CueView::find_paths() {
  constexpr std::size_t kUp = 4;           // heads of the cue that a way may lead over
  constexpr std::uint32_t kClimb = 20;     // steps from a token
  std::array<std::uint32_t, kUp> heads{};  // the cue, its head, and so on
  std::array<std::uint64_t, kUp> chains{};
  std::size_t known = 0;
  std::uint64_t chain = 7;
  for (auto at = cue_; at != kNone && known < kUp; at = reading_[at].head) {
    heads[known] = at;
    chains[known++] = chain;
    chain = mix(chain, reading_[at].relation);
  }
  paths_.resize(tokens_.size());
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    std::uint64_t below = 0;  // relation of the branch that leads down to the token
    std::uint32_t steps = 0;
    for (auto at = tokens_[i]; at != kNone && steps < kClimb; at = reading_[at].head, ++steps) {
      const auto met = std::find(heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(known), at);
      if (met != heads.begin() + static_cast<std::ptrdiff_t>(known)) {
        const auto branch = mix(chains[static_cast<std::size_t>(met - heads.begin())], below);
        paths_[i] = {mix(branch, std::min(steps, 3u)), branch};
        break;
      }
      below = reading_[at].relation;
    }
  }
}

void CueView::features(std::uint32_t index, Features& out) const {
  const auto token = tokens_[index];
  const auto distance = static_cast<std::int32_t>(index) - static_cast<std::int32_t>(place_);
  const auto near = [&](std::int32_t offset) -> const Fact& {
    const auto i = static_cast<std::int64_t>(index) + offset;
    return i < 0 || i >= static_cast<std::int64_t>(tokens_.size()) ? kEdge
                                                                   : reading_[tokens_[static_cast<std::size_t>(i)]];
  };
  const auto beside_cue = [&](std::int32_t offset) -> const Fact& {
    const auto i = static_cast<std::int64_t>(place_) + offset;
    return i < 0 || i >= static_cast<std::int64_t>(tokens_.size()) ? kEdge
                                                                   : reading_[tokens_[static_cast<std::size_t>(i)]];
  };
  std::uint64_t name = 1000;
  const auto add = [&](auto... values) {
    std::uint64_t hash = ++name;
    ((hash = mix(hash, static_cast<std::uint64_t>(values))), ...);
    out.push_back(hash);
  };
  const auto& f = near(0);
  const auto &p1 = near(-1), &n1 = near(1), &p2 = near(-2), &n2 = near(2);
  const auto& cue = reading_[cue_];
  const auto &cue_before = beside_cue(-1), &cue_after = beside_cue(1);
  const auto& between = between_[index];
  const auto& opinion = opinions_[token];
  const std::uint64_t side = distance == 0 ? 0 : distance < 0 ? 1 : 2;
  const auto far = distance_class(distance);
  const auto short_path = [](const Fact& fact) { return Clusters::prefix(fact.cluster, 6); };
  const auto cue_path = Clusters::prefix(cue.cluster, 10);
  const bool same_sentence = f.sentence == cue.sentence;
  const std::uint64_t gap =
      mix(mix(side, between.commas * 4u + between.stops), between.marks * 16u + between.others * 4u + between.colons);
  // Which quotation, counted from the cue, and which of its ends.
  const std::uint64_t mark = f.quotation == kNone ? 0 : mix(f.mark, between.marks);

  add(side);
  add(far);
  add(far, cue.stem);
  add(far, cue_path);
  add(f.word, side);
  add(f.word, far);
  add(f.word, side, cue.stem);
  add(p1.word, side);
  add(n1.word, side);
  add(p1.word, f.word, side);
  add(f.word, n1.word, side);
  add(p2.word, p1.word, side);
  add(n1.word, n2.word, side);
  add(f.cluster, far);
  add(short_path(f), side, cue.stem);
  add(short_path(p1), short_path(f), short_path(n1), side);
  add(f.shape, p1.shape, n1.shape, side);
  add(f.entity, p1.entity, n1.entity, side);
  add(f.entity, far);
  add(gap);
  add(gap, cue.stem);
  add(gap, cue_path);
  add(gap, cue_after.word);
  add(gap, cue_before.word);
  add(gap, signature_);
  add(gap, signature_, mark, same_sentence);
  add(mark, side, p1.mark, n1.mark);
  add(mark, gap, same_sentence);
  add(mark, gap, cue.stem);
  add(mark, side, cue_after.word);
  add(signature_, far);
  add(cue_after.word, far);
  add(cue_after.word, side, same_sentence, cue.stem);
  add(cue_before.word, far);
  add(cue_before.cluster, side, cue.stem);

  // The first tagger's opinions, here and beside.
  const auto doubt = mix(mix(level(opinion.cue), level(opinion.source)), level(opinion.content));
  const auto best = [&](std::int32_t offset) -> std::uint64_t {
    const auto i = static_cast<std::int64_t>(index) + offset;
    return i < 0 || i >= static_cast<std::int64_t>(tokens_.size())
               ? 9
               : opinions_[tokens_[static_cast<std::size_t>(i)]].best;
  };
  const auto here = best(0);
  add(doubt, side);
  add(doubt, far);
  add(here, best(-1), best(1), side);
  add(here, gap);
  add(here, gap, mark, same_sentence);
  add(here, far, same_sentence);
  add(here, side, cue.stem);
  add(level(opinion.source), gap, level(opinions_[cue_].cue));
  add(level(opinion.content), gap, level(opinions_[cue_].cue));
  add(here, f.entity, side);

  const auto& sentence = reading_.text.sentences[f.sentence].tokens;
  add(token == sentence.first, token + 1 == sentence.last, same_sentence, side, mark);
  add(near(1).sentence != f.sentence, here, gap);
  const bool own_section = section_.contains(token);
  add(own_section, side, mark, signature_);
  add(own_section, side, mark, cue_after.word);

  if (f.tag == 0) return;
  add(f.tag, side, p1.tag, n1.tag);
  add(f.tag, far);
  add(f.tag, gap);
  add(f.tag, side, cue.stem);
  add(f.tag, cue.tag, cue_after.tag, side);
  const auto [path, branch] = paths_[index];
  const auto branch_at = [&](std::int32_t offset) -> std::uint64_t {
    const auto i = static_cast<std::int64_t>(index) + offset;
    return i < 0 || i >= static_cast<std::int64_t>(tokens_.size()) ? 3 : paths_[static_cast<std::size_t>(i)].branch;
  };
  add(path, side);
  add(path, side, cue.stem);
  add(path, f.tag, side);
  add(path, f.relation, side);
  add(branch, side);
  add(branch, side, cue.stem);
  add(branch, side, cue_path);
  add(branch, side, cue_after.word);
  add(branch, here);
  add(branch, signature_);
  add(branch, gap);
  add(branch, mark, side);
  add(branch, branch_at(-1), side);
  add(branch, branch_at(1), side);
  add(branch, f.word, side);
  add(f.relation, side, same_sentence);
  add(cue.children, branch, side);
  add(cue.children, gap);
  add(cue.relation, cue.tag, branch);
  add(cue.relation, cue.tag, far);
}

}  // namespace pullquote::quotes
