#include <algorithm>

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
constexpr float kLeastHint = 0.02F;  // of a quotation that no cue claims, in the reading that takes it all the same
constexpr float kPush = 3;           // in log-odds
constexpr float kNudge = 1.5F;

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

/// Appends the best reading of a cue and others that may be right where it is wrong. Several candidates that share the
/// probability lose to none at all, and edges of contents are often in doubt: each reading beyond the first is the best
/// one after something was made likelier.
void add_readings(const Reading& reading, Answer& answer, const model::Crf& links, float unit,
                  std::vector<std::uint8_t>& labels, std::vector<Candidate>& out) {
  const auto first = out.size();
  const auto emissions = answer.emissions;
  const auto ask_again = [&](std::uint8_t variant, float source, float content) {
    answer.emissions = emissions;
    if (source != 0) favour(answer, kSource, static_cast<std::int32_t>(source * unit));
    if (content != 0) favour(answer, kContent, static_cast<std::int32_t>(content * unit));
    auto candidate = decode(reading, answer, links, labels);
    candidate.variant = variant;
    if (candidate.content.empty()) return;
    for (auto i = first; i < out.size(); ++i) {
      if (out[i].content == candidate.content && out[i].source == candidate.source) return;
    }
    out.push_back(std::move(candidate));
  };
  ask_again(0, 0, 0);
  const bool no_content = out.size() == first;
  if (no_content) {
    ask_again(1, kPush, kPush);
    answer.emissions = emissions;
    return;
  }
  if (out[first].source.empty()) ask_again(2, kPush, 0);
  ask_again(3, out[first].source.empty() ? kPush : 0, kNudge);
  ask_again(4, out[first].source.empty() ? kPush : 0, -kNudge);
  if (!out[first].source.empty()) ask_again(5, kNudge, 0);
  answer.emissions = emissions;
}

/// The reading in which a cue has every quotation that may be its content: those that a rival claims more surely, and
/// those that nobody claims surely enough.
void add_greedy_reading(const Reading& reading, Answer& answer, std::span<const Claim> claims, std::uint32_t cue,
                        const model::Crf& links, std::vector<std::uint8_t>& labels, std::vector<Candidate>& out) {
  bool more = false;
  float contest = 0;
  each_quotation(reading, answer, [&](std::uint32_t quotation, std::uint32_t first, std::uint32_t last) {
    const auto& claim = claims[quotation];
    const auto certainty = certainty_of(answer, first, last);
    if (claim.cue == cue || certainty < (claim.cue == kNone ? kLeastHint : kLeastClaim)) return;
    more = true;
    contest = std::max(contest, claim.certainty);
    answer.claim = std::min(answer.claim, certainty);
    // Once to undo what closed it, and once more.
    for (auto i = first; i < last; ++i) answer.emissions[i * kRoles + kContent] += 2 * kForced;
  });
  if (!more) return;
  auto candidate = decode(reading, answer, links, labels);
  candidate.variant = kGreedy;
  candidate.contest = contest;
  if (!candidate.content.empty()) out.push_back(std::move(candidate));
}

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
  std::vector<std::uint8_t> labels;
  const auto unit = 1 / std::max(links.weights().scale(), 1e-6F);
  for (std::uint32_t c = 0; c < cues.size(); ++c) {
    settle(reading, answers[c], claims, c);
    add_readings(reading, answers[c], links, unit, labels, out);
    add_greedy_reading(reading, answers[c], claims, c, links, labels, out);
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
