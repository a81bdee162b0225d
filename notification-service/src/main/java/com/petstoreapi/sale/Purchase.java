package com.petstoreapi.sale;

import com.petstoreapi.realtime.value.Money;
import java.time.Instant;

/**
 * What somebody has bought.
 *
 * @param amount what all of it costs
 */
public record Purchase(Wish wish, Money amount, Instant at) {}
