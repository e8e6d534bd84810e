#include <utility>

#include "model/relay.h"
#include "model/window_cache.h"
#include "quotes/candidates.h"
#include "readings.h"

// From candidate cues to attributions. Each cue is decoded twice: once alone, which says how surely it claims each
// quotation near it; then again with every quotation given to the cue that claims it most surely and closed to the
// others. A quotation that no cue claims surely enough stays open to none.

namespace pullquote::quotes {

namespace {

constexpr float kLeastClaim = 0.3F;

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
  Readings readings(reading, links, cues, out);
  for (std::uint32_t c = 0; c < cues.size(); ++c) {
    settle(reading, answers[c], claims, c);
    readings.add(answers[c], claims, c);
  }
  return out;
}

}  // namespace pullquote::quotes
