#include <algorithm>

#include "grammar.h"
#include "model/relay.h"
#include "model/window_cache.h"
#include "quotes/candidates.h"

// From candidate cues to attributions. Each cue is decoded twice: once alone, which says how surely it claims each
// quotation near it; then again with every quotation given to the cue that claims it most surely and closed to the
// others. A quotation that no cue claims surely enough stays open to none.

namespace pullquote::quotes {

namespace {

constexpr std::int32_t kForced = 1 << 20;  // outweighs any sum of features
constexpr float kLeastClaim = 0.3F;
// In the reading that takes every quotation: the least claim on one that no cue claims, and on a rival's.
constexpr float kLeastHint = 0.005F, kLeastRivalry = 0.1F;
// In log-odds.
constexpr float kPush = 3, kNudge = 1.5F, kStep = 1, kMostForSource = 4;

constexpr std::uint32_t kLongestExtension = 100;  // tokens behind a quotation

struct Answer {
  std::vector<std::uint32_t> tokens;
  std::vector<std::int32_t> emissions;
  std::vector<float> marginals;
  std::uint32_t place = 0;
  float claim = 1;
};

/// Who claims a quotation, and how surely.
struct Claim {
  std::uint32_t cue = kNone;
  float certainty = 0;
};

/// Scores the tokens of views in one article. Most of what is asked about a token is asked about others too.
class Scorer {
 public:
  explicit Scorer(const model::Weights& weights) : weights_(weights), relay_(weights), memo_(kMemoSlots) {}

  /// Adds to the scores of a token of the view, which are complete after finish().
  void score(const CueView& view, std::uint32_t index, std::span<std::int32_t> scores) {
    const auto at = view.place_of(index);
    for (const auto group : CueView::kGroups) {
      const auto& sum = memo_.get(weights_.number(), view.key(group, at), [&](std::size_t, auto out) {
        features_.clear();
        view.features(group, at, features_);
        weights_.add(features_.all(), out);
      })[0];
      for (std::size_t role = 0; role < kRoles; ++role) scores[role] += sum[role];
    }
    view.own_features(at, relay_.next());
    relay_.add(scores);
  }
  void finish() { relay_.finish(); }

 private:
  static constexpr std::size_t kMemoSlots = 1024;
  const model::Weights& weights_;
  model::Relay relay_;
  model::WindowCache<kRoles, 1> memo_;
  Features features_;
};

Answer ask(const CueView& view, const model::Crf& links, Scorer& scorer) {
  Answer answer;
  answer.tokens.assign(view.tokens().begin(), view.tokens().end());
  answer.place = view.place();
  answer.emissions.assign(answer.tokens.size() * kRoles, 0);
  for (std::uint32_t i = 0; i < answer.tokens.size(); ++i) {
    scorer.score(view, i, std::span(answer.emissions).subspan(i * kRoles, kRoles));
  }
  scorer.finish();
  links.marginals(answer.emissions, answer.marginals);
  return answer;
}

/// Hands over each quotation in a view with the places of its first and last token there.
template <class Take>
void each_quotation(const Reading& reading, const Answer& answer, const Take& take) {
  const auto own = reading[answer.tokens[answer.place]].quotation;
  for (std::uint32_t i = 0; i < answer.tokens.size();) {
    const auto quotation = reading[answer.tokens[i]].quotation;
    auto end = i + 1;
    while (end < answer.tokens.size() && reading[answer.tokens[end]].quotation == quotation) ++end;
    if (quotation != kNone && quotation != own) take(quotation, i, end);
    i = end;
  }
}

/// How surely a cue claims the quotation between two places of its view.
float certainty_of(const Answer& answer, std::uint32_t first, std::uint32_t last) {
  float sum = 0;
  for (auto i = first; i < last; ++i) sum += answer.marginals[i * kRoles + kContent];
  return sum / static_cast<float>(last - first);
}

/// Gives each quotation in view to the cue that claims it, closes the others, and makes the cue a cue.
void settle(const Reading& reading, Answer& answer, std::span<const Claim> claims, std::uint32_t cue) {
  each_quotation(reading, answer, [&](std::uint32_t quotation, std::uint32_t first, std::uint32_t last) {
    const auto& claim = claims[quotation];
    for (auto i = first; i < last; ++i) {
      auto* scores = answer.emissions.data() + i * kRoles;
      if (claim.cue == cue) {
        scores[kContent] += kForced;
      } else {
        scores[kContent] -= kForced;
      }
    }
    if (claim.cue == cue) answer.claim = std::min(answer.claim, claim.certainty);
  });
  answer.emissions[answer.place * kRoles + kCue] += kForced;
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

/// Appends the readings of one cue after the other: the likeliest, and others that may be right where it is wrong.
/// Several candidates that share the probability lose to none at all, edges of contents are often in doubt, and what
/// stands in quotation marks decides what its surroundings are.
class Readings {
 public:
  Readings(const Reading& reading, const model::Crf& links, std::vector<Candidate>& out)
      : reading_(reading), links_(links), unit_(1 / std::max(links.weights().scale(), 1e-6F)), out_(out) {}

  void add(Answer& answer, std::span<const Claim> claims, std::uint32_t cue) {
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
    if (out_.size() > first_) add_marks();
    add_greedy(answer, claims, cue);
  }

 private:
  /// What the cue is taken for with sources and contents made likelier by so much.
  Candidate decode_with(Answer& answer, float source, float content) {
    answer.emissions = emissions_;
    if (source != 0) favour(answer, kSource, static_cast<std::int32_t>(source * unit_));
    if (content != 0) favour(answer, kContent, static_cast<std::int32_t>(content * unit_));
    return decode(reading_, answer, links_, labels_);
  }

  /// The same with sources made just so much likelier that there is one: more would take whatever stands around.
  Candidate decode_with_source(Answer& answer, float content) {
    auto candidate = decode_with(answer, kStep, content);
    for (auto push = 2 * kStep; candidate.source.empty() && push <= kMostForSource; push += kStep) {
      candidate = decode_with(answer, push, content);
    }
    return candidate;
  }

  void keep(Candidate candidate, Variant variant) {
    candidate.variant = variant;
    if (candidate.content.empty()) return;
    for (auto i = first_; i < out_.size(); ++i) {
      if (out_[i].content == candidate.content && out_[i].source == candidate.source) return;
    }
    out_.push_back(std::move(candidate));
  }

  // Where the likeliest reading is that the cue is none.
  void add_unlikely(Answer& answer) {
    auto push = kStep;
    auto candidate = decode_with(answer, push, push);
    for (; candidate.content.empty() && push < kPush; push += kStep) candidate = decode_with(answer, push, push);
    if (!candidate.content.empty() && candidate.source.empty()) candidate = decode_with_source(answer, push);
    keep(std::move(candidate), kAsCue);
    keep(decode_with(answer, kPush, kPush), kAsSureCue);
    if (out_.size() > first_) add_bridging(answer, out_[first_].variant == kAsCue ? push : kPush);
  }

  void add_usual(Answer& answer) {
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
  void add_bridging(Answer& answer, float push) {
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
  void add_cut() {
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
  void add_extended() {
    const auto mark = out_[first_].content.back();
    if (reading_[mark].mark != 3) return;
    const auto inside = reading_.text.word(mark - 1);
    if (inside == "," || inside == "." || inside == "?" || inside == "!") return;
    auto candidate = out_[first_];
    for (auto i = mark + 1; i < reading_.size() && reading_[i].sentence == reading_[mark].sentence; ++i) {
      const auto word = reading_.text.word(i);
      if (reading_[i].mark == 0 && (word == "," || word == "." || word == ";" || is_dash(word))) break;
      if (word == "and" && i + 1 < reading_.size() && is_finite(i + 1)) break;  // and did something else
      if (i == candidate.anchor || contains(candidate.source, i) || contains(candidate.cue, i)) break;
      if (i - mark > kLongestExtension) return;
      candidate.content.push_back(i);
    }
    keep(std::move(candidate), kExtended);
  }

  // Called them "brave" for it; called it "brave" on Monday; accused Keller of "malice": what surrounds the marks may
  // be the reporter's, or a part of the cue.
  void add_marks() {
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
    if (lead != content.rend()) from.content.assign(lead.base() - 1, content.end());
    keep(std::move(marks), kMarks);
    keep(std::move(up_to), kUpToMarks);
    keep(std::move(from), kFromMarks);
  }

  // With every quotation that may be its content: those that a rival claims more surely, and those that nobody claims
  // surely enough.
  void add_greedy(Answer& answer, std::span<const Claim> claims, std::uint32_t cue) {
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

  [[nodiscard]] bool is_finite(std::uint32_t token) const {
    return syntax::is_finite(static_cast<syntax::Tag>(reading_[token].tag - 1));
  }

  /// Makes content of a quotation that settle() closed: once to undo that, and once more.
  static void open(std::vector<std::int32_t>& emissions, std::uint32_t first, std::uint32_t last) {
    for (auto i = first; i < last; ++i) emissions[i * kRoles + kContent] += 2 * kForced;
  }

  const Reading& reading_;
  const model::Crf& links_;
  float unit_;
  std::vector<Candidate>& out_;
  std::size_t first_ = 0;  // of the readings of this cue
  std::vector<std::int32_t> emissions_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace

std::vector<Candidate> link(const Reading& reading, std::span<const Opinion> opinions,
                            std::span<const std::uint32_t> cues, const model::Crf& links) {
  std::vector<Answer> answers;
  answers.reserve(cues.size());
  std::vector<Claim> claims(reading.quotations().size());
  Scorer scorer(links.weights());
  for (std::uint32_t c = 0; c < cues.size(); ++c) {
    answers.push_back(ask(CueView(reading, opinions, cues[c]), links, scorer));
    const auto& answer = answers.back();
    each_quotation(reading, answer, [&](std::uint32_t quotation, std::uint32_t first, std::uint32_t last) {
      const auto certainty = certainty_of(answer, first, last);
      if (certainty >= kLeastClaim && certainty > claims[quotation].certainty) claims[quotation] = {c, certainty};
    });
  }
  std::vector<Candidate> out;
  Readings readings(reading, links, out);
  for (std::uint32_t c = 0; c < cues.size(); ++c) {
    settle(reading, answers[c], claims, c);
    readings.add(answers[c], claims, c);
  }
  return out;
}

std::vector<Candidate> select(std::vector<Candidate> attributions, float least) {
  std::vector<std::size_t> order;
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const auto& a = attributions[i];
    if (a.confidence >= least) order.push_back(i);
    end = std::max({end, a.content.back() + 1, a.anchor + 1});
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return attributions[a].confidence > attributions[b].confidence; });
  std::vector<bool> taken(end);
  std::vector<bool> cue_taken(end);
  std::vector<bool> kept(attributions.size());
  for (const auto i : order) {
    const auto& content = attributions[i].content;
    const auto shared =
        static_cast<std::size_t>(std::count_if(content.begin(), content.end(), [&](auto t) { return taken[t]; }));
    if (3 * shared > content.size() || cue_taken[attributions[i].anchor]) continue;
    cue_taken[attributions[i].anchor] = true;
    kept[i] = true;
    for (const auto token : content) taken[token] = true;
  }
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    if (kept[i]) out.push_back(std::move(attributions[i]));
  }
  return out;
}

}  // namespace pullquote::quotes
