#include "syntax/action_scorer.h"

#include <span>

namespace pullquote::syntax {

namespace {

constexpr std::size_t kCacheSlots = 4096;

void add(ActionScorer::Points& points, const ActionScorer::Points& more) {
  points[0] += more[0];
  points[1] += more[1];
}

}  // namespace

void ActionScorer::set_word(const ParseContext& context, std::uint8_t word) {
  thread_local model::ThreadCache<Cache> cache(kCacheSlots);
  const auto& seen = context[word];
  const auto key = model::mix(seen.word_tag, seen.cluster);
  words_[word] = (*cache).get(weights_.number(), key, [&](std::size_t, std::span<std::int32_t> out) {
    for (std::size_t place = 0; place < kActionPlaces; ++place) {
      features_.clear();
      action_word_features(seen, static_cast<ActionPlace>(place), features_);
      const auto points = weights_.sum(features_.all());
      out[2 * place] = points[0];
      out[2 * place + 1] = points[1];
    }
  })[0];
}

void ActionScorer::start(const ParseContext& context) {
  for (unsigned word = 0; word <= context.size(); ++word) set_word(context, static_cast<std::uint8_t>(word));
  set_word(context, kNobody);
  buffer_known_ = false;
}

void ActionScorer::shifted(const ParseState& state) {
  stack_known_[state.depth()] = false;
  buffer_known_ = false;
}

void ActionScorer::add_words(const ParseState& state, ActionPlace first, ActionPlace last, Points& points) const {
  for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
    const auto& sums = words_[state.word_at(static_cast<ActionPlace>(i))];
    points[0] += sums[2 * i];
    points[1] += sums[2 * i + 1];
  }
}

ActionScorer::Points ActionScorer::score(const ParseContext& context, const ParseState& state) {
  auto& stack = stack_[state.depth()];
  if (!stack_known_[state.depth()]) {
    features_.clear();
    action_stack_features(context, state, features_);
    stack = weights_.sum(features_.all());
    add_words(state, ActionPlace::kTop, ActionPlace::kThird, stack);
    stack_known_[state.depth()] = true;
  }
  if (!buffer_known_) {
    features_.clear();
    action_buffer_features(context, state, features_);
    buffer_ = weights_.sum(features_.all());
    add_words(state, ActionPlace::kFront, ActionPlace::kNextButOne, buffer_);
    buffer_known_ = true;
  }
  features_.clear();
  action_state_features(context, state, features_);
  auto points = weights_.sum(features_.all());
  add(points, stack);
  add(points, buffer_);
  return points;
}

}  // namespace pullquote::syntax
