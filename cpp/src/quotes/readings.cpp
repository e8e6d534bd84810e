#include "readings.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "grammar.h"

namespace pullquote::quotes {

namespace {

// In the reading that takes every quotation: the least claim on one that no cue claims, and on a rival's.
constexpr float kLeastHint = 0.005F, kLeastRivalry = 0.1F;
// In log-odds.
constexpr float kPush = 3, kNudge = 1.5F, kStep = 1, kMostForSource = 4;

constexpr std::uint32_t kLongestExtension = 100;  // tokens behind a quotation

/// Makes content of a quotation that settle() closed: once to undo that, and once more.
void open(std::vector<std::int32_t>& emissions, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i) emissions[i * kRoles + kContent] += 2 * kForced;
}

/// Makes one role likelier at every token.
void favour(Answer& answer, Role role, std::int32_t by) {
  for (auto i = std::size_t{role}; i < answer.emissions.size(); i += kRoles) answer.emissions[i] += by;
}

Candidate decode(const Reading& reading, const Answer& answer, const model::Crf& links,
                 std::vector<std::uint8_t>& labels) {
  Candidate out{.anchor = answer.tokens[answer.place],
                .link = answer.marginals[answer.place * kRoles + kCue],
                .claim = answer.claim};
  links.decode(answer.emissions, labels);
  const auto own = reading[out.anchor].quotation;
  std::array<double, kRoles> sure{};
  std::array<double, kRoles> count{};
  std::uint32_t last_quotation = kNone;
  for (std::uint32_t i = 0; i < answer.tokens.size(); ++i) {
    const auto role = labels[i];
    if (role == kOutside) continue;
    const auto token = answer.tokens[i];
    sure[role] += answer.marginals[i * kRoles + role] / std::max(out.link, 1e-3F);
    ++count[role];
    auto& part = role == kCue ? out.cue : role == kSource ? out.source : out.content;
    const auto quotation = reading[token].quotation;
    if (role == kContent && quotation != kNone && quotation != own) {
      if (quotation == last_quotation) continue;
      last_quotation = quotation;
      const auto range = reading.quotations()[quotation].tokens;
      for (auto inside = range.first; inside < range.last; ++inside) part.push_back(inside);
      continue;
    }
    part.push_back(token);
  }
  out.source_certainty = count[kSource] > 0 ? static_cast<float>(sure[kSource] / count[kSource]) : 0;
  out.content_certainty = count[kContent] > 0 ? static_cast<float>(sure[kContent] / count[kContent]) : 0;
  return out;
}

/// Whether a word may lead up to a quotation that is the content alone.
bool leads_up(std::string_view word) {
  return word == "that" || word == "of" || word == "as" || word == "to" || word == "for" || word == "about";
}

bool contains(const std::vector<std::uint32_t>& part, std::uint32_t token) {
  return std::binary_search(part.begin(), part.end(), token);
}

/// Whether a clause that is nobody's content may begin with a word, behind one that is somebody's.
bool may_open_clause(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kOpeners{
      "and",   "but",      "or",     "while", "when", "as", "after", "before", "because",
      "since", "although", "though", "whose", "if",   ",",  ";",     ":",      "("};
  return std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end() || word == ")" || is_dash(word);
}

}  // namespace

Readings::Readings(const Reading& reading, const model::Crf& links, std::span<const std::uint32_t> cues,
                   std::vector<Candidate>& out)
    : reading_(reading), links_(links), cues_(cues), unit_(1 / std::max(links.weights().scale(), 1e-6F)), out_(out) {}

void Readings::add(Answer& answer, std::span<const Claim> claims, std::uint32_t cue) {
  first_ = out_.size();
  emissions_ = answer.emissions;
  keep(decode_with(answer, 0, 0), kLikeliest);
  if (out_.size() > first_) {
    add_usual(answer);
    add_bridging(answer, 0);
    add_cut();
    add_extended();
  } else {
    add_unlikely(answer);
  }
  if (out_.size() > first_) {
    add_marks();
    add_clauses();
  }
  add_greedy(answer, claims, cue);
}

/// What the cue is taken for with sources and contents made likelier by so much.
Candidate Readings::decode_with(Answer& answer, float source, float content) {
  answer.emissions = emissions_;
  if (source != 0) favour(answer, kSource, static_cast<std::int32_t>(source * unit_));
  if (content != 0) favour(answer, kContent, static_cast<std::int32_t>(content * unit_));
  return decode(reading_, answer, links_, labels_);
}

/// The same with sources made just so much likelier that there is one: more would take whatever stands around.
Candidate Readings::decode_with_source(Answer& answer, float content) {
  auto candidate = decode_with(answer, kStep, content);
  for (auto push = 2 * kStep; candidate.source.empty() && push <= kMostForSource; push += kStep) {
    candidate = decode_with(answer, push, content);
  }
  return candidate;
}

void Readings::keep(Candidate candidate, Variant variant) {
  candidate.variant = variant;
  if (candidate.content.empty()) return;
  for (auto i = first_; i < out_.size(); ++i) {
    if (out_[i].content == candidate.content && out_[i].source == candidate.source) return;
  }
  out_.push_back(std::move(candidate));
}

// Where the likeliest reading is that the cue is none.
void Readings::add_unlikely(Answer& answer) {
  auto push = kStep;
  auto candidate = decode_with(answer, push, push);
  for (; candidate.content.empty() && push < kPush; push += kStep) candidate = decode_with(answer, push, push);
  if (!candidate.content.empty() && candidate.source.empty()) candidate = decode_with_source(answer, push);
  keep(std::move(candidate), kAsCue);
  keep(decode_with(answer, kPush, kPush), kAsSureCue);
  if (out_.size() > first_) add_bridging(answer, out_[first_].variant == kAsCue ? push : kPush);
}

void Readings::add_usual(Answer& answer) {
  const bool source = !out_[first_].source.empty();
  const auto again = [&](float content) {
    return source ? decode_with(answer, 0, content) : decode_with_source(answer, content);
  };
  if (!source) keep(again(0), kWithSource);
  keep(again(kNudge), kMoreContent);
  keep(again(-kNudge), kLessContent);
  if (source) keep(decode_with(answer, kNudge, 0), kMoreSource);
}

// Where the content leads up to a quotation, or on from one: with it. `push` is what the first reading took.
void Readings::add_bridging(Answer& answer, float push) {
  const auto in_content = [&](std::uint32_t i) {
    return i < answer.tokens.size() && contains(out_[first_].content, answer.tokens[i]);
  };
  std::vector<std::int32_t> opened;
  each_quotation(reading_, answer, [&](std::uint32_t, std::uint32_t first, std::uint32_t last) {
    if (in_content(first) || !((first > 0 && in_content(first - 1)) || in_content(last))) return;
    if (opened.empty()) opened = emissions_;
    open(opened, first, last);
  });
  if (opened.empty()) return;
  std::swap(emissions_, opened);
  keep(out_[first_].source.empty() ? decode_with_source(answer, push) : decode_with(answer, push, push), kBridging);
  std::swap(emissions_, opened);
}

// Called it a "levy," which it is: the comma inside the marks may end what was said.
void Readings::add_cut() {
  const auto& content = out_[first_].content;
  for (std::size_t i = 1; i + 1 < content.size(); ++i) {
    const auto& mark = reading_[content[i]];
    const auto& next = reading_[content[i + 1]];
    if (mark.mark != 3 || reading_.text.word(content[i] - 1) != ",") continue;
    if (next.mark != 0 || next.sentence != mark.sentence) continue;
    auto candidate = out_[first_];
    candidate.content.resize(i + 1);
    return keep(std::move(candidate), kCut);
  }
}

// A plan to "renew" what was left of it: the clause may go on behind the marks.
void Readings::add_extended() {
  const auto mark = out_[first_].content.back();
  if (reading_[mark].mark != 3) return;
  const auto inside = reading_.text.word(mark - 1);
  if (inside == "," || inside == "." || inside == "?" || inside == "!") return;
  auto candidate = out_[first_];
  for (auto i = mark + 1; i < reading_.size() && reading_[i].sentence == reading_[mark].sentence; ++i) {
    const auto word = reading_.text.word(i);
    if (reading_[i].mark == 0 && (word == "," || word == "." || word == ";" || is_dash(word))) break;
    if (word == "and" && i + 1 < reading_.size() && reading_[i + 1].is_finite()) break;  // and did something else
    if (i == candidate.anchor || contains(candidate.source, i) || contains(candidate.cue, i)) break;
    if (i - mark > kLongestExtension) return;
    candidate.content.push_back(i);
  }
  keep(std::move(candidate), kExtended);
}

// Called them "brave" for it; called it "brave" on Monday; accused Keller of "malice": what surrounds the marks may
// be the reporter's, or a part of the cue.
void Readings::add_marks() {
  const auto& content = out_[first_].content;
  const auto own = reading_[out_[first_].anchor].quotation;
  const auto quoted = [&](std::uint32_t token) {
    return reading_[token].quotation != kNone && reading_[token].quotation != own;
  };
  const auto first = std::find_if(content.begin(), content.end(), quoted);
  if (first == content.end()) return;
  const auto last = std::find_if(content.rbegin(), content.rend(), quoted).base();
  const auto lead = std::find_if(std::make_reverse_iterator(first), content.rend(),
                                 [&](std::uint32_t token) { return leads_up(reading_.text.word(token)); });
  auto marks = out_[first_], up_to = marks, from = marks;
  std::erase_if(marks.content, [&](std::uint32_t token) { return !quoted(token); });
  up_to.content.assign(content.begin(), last);
  // Said the town has a fund for "gulls": in a clause, what precedes the marks was said as well.
  const bool clause = std::any_of(content.begin(), first, [&](std::uint32_t t) { return reading_[t].is_finite(); });
  if (lead != content.rend() && !clause) from.content.assign(lead.base() - 1, content.end());
  keep(std::move(marks), kMarks);
  keep(std::move(up_to), kUpToMarks);
  keep(std::move(from), kFromMarks);
}

// Said they would review it and warned the banks; was closing, she said, as they left: a clause that has a cue of its
// own may be the reporter's.
void Readings::add_clauses() {
  const auto content = out_[first_].content;
  const auto anchor = out_[first_].anchor;
  std::uint32_t before_first = kNone, before_last = kNone, behind = kNone;
  for (auto cue = std::lower_bound(cues_.begin(), cues_.end(), content.front());
       cue != cues_.end() && *cue <= content.back(); ++cue) {
    if (*cue == anchor || reading_[*cue].quotation != reading_[anchor].quotation || !contains(content, *cue)) continue;
    auto at = *cue;
    if (at > anchor) {
      while (!opens_clause(at) && contains(content, at - 1)) --at;
      if (!opens_clause(at) || at == content.front()) continue;
      if (before_first == kNone) before_first = at;
      before_last = at;
    } else {
      do ++at;
      while (contains(content, at) && !opens_clause(at));
      if (contains(content, at)) behind = at;
    }
  }
  const auto add_between = [&](std::uint32_t from, std::uint32_t to, Variant variant) {
    auto candidate = out_[first_];
    auto last = std::lower_bound(content.begin(), content.end(), to);
    auto first = std::lower_bound(content.begin(), last, from);
    while (first != last && may_open_clause(reading_.text.word(*first))) ++first;
    while (first != last && may_open_clause(reading_.text.word(*(last - 1)))) --last;
    candidate.content.assign(first, last);
    keep(std::move(candidate), variant);
  };
  if (before_first != kNone) add_between(0, before_first, kUpToClause);
  if (before_last != before_first) add_between(0, before_last, kUpToLastClause);
  if (behind != kNone) add_between(behind, kNone, kFromClause);
}

/// Whether a clause may begin here, after another.
bool Readings::opens_clause(std::uint32_t token) const {
  const auto& sentence = reading_.text.sentences[reading_[token].sentence];
  return token == sentence.tokens.first || may_open_clause(reading_.text.word(token));
}

// With every quotation that may be its content: those that a rival claims more surely, and those that nobody claims
// surely enough.
void Readings::add_greedy(Answer& answer, std::span<const Claim> claims, std::uint32_t cue) {
  bool more = false;
  float contest = 0;
  each_quotation(reading_, answer, [&](std::uint32_t quotation, std::uint32_t first, std::uint32_t last) {
    const auto& claim = claims[quotation];
    const auto certainty = certainty_of(answer, first, last);
    if (claim.cue == cue || certainty < (claim.cue == kNone ? kLeastHint : kLeastRivalry)) return;
    more = true;
    contest = std::max(contest, claim.certainty);
    answer.claim = std::min(answer.claim, certainty);
    open(emissions_, first, last);
  });
  if (!more) return;
  auto candidate = decode_with(answer, 0, 0);
  if (candidate.source.empty()) candidate = decode_with_source(answer, 0);
  candidate.contest = contest;
  keep(std::move(candidate), kGreedy);
}

}  // namespace pullquote::quotes
